-- Versions that came when a later one stood, how stories stand to each other, what is held, and what the desk ordered.

alter table item_version
    -- known from the history alone: it never stood, as far as the archive has seen
    add column late          boolean not null default false,
    -- a kill itself, not a version that fell to one
    add column kill          boolean not null default false,
    -- the group of copies of one story; null for a story of its own
    add column group_id      text,
    -- the story of the same provider that took the place of this one, which is off the lists since
    add column superseded_by text;

create index item_version_group on item_version (group_id, filed, id) where standing;

-- Items that were ever killed for good, and why the last time. What comes late of such an item has no copy either.
create table killed_item (
    id     text primary key,
    reason text
);

insert into killed_item (id, reason)
    select distinct on (id) id, kill_reason from item_version where killed order by id, archived desc;

-- The headline may be what was wrong: of a killed version remain who filed it and when, and why it was killed.
update item_version set
    kill = event = 'KILLED', headline = '', language = null, urgency = 0,
    countries = '{}', regions = '{}', topics = '{}', entities = '{}', desks = '{}', body_text = null, body_html = null,
    article = (
        select json_object_agg(key, value) from json_each(article)
        where key in ('id', 'version', 'version_created', 'status', 'event', 'kill_reason', 'provider', 'feed', 'format',
            'published', 'updated', 'backfill', 'landed', 'read', 'enriched', 'routed'))
    where killed;

delete from item_words where id in (select id from item_version where standing and status <> 'usable');

-- What is held under embargo: the fact and the time, and not a word of it.
create table held_item (
    id       text        primary key,
    provider text        not null,
    feed     text        not null,
    until    timestamptz not null,
    landed   timestamptz not null
);

create index held_item_soonest on held_item (until, id);

-- What the desk ordered, written before the order is sent.
create table desk_order (
    number     bigint      generated always as identity primary key,
    item       text        not null,
    -- the item's provider; empty if the archive did not know the item then
    provider   text        not null,
    reason     text        not null,
    ordered_by text        not null,
    ordered    timestamptz not null,
    -- when Kafka had taken the order; null if it is not known to have been sent
    sent       timestamptz
);
