-- One row for each version of each item. The one that stands is marked, not copied.
create table item_version (
    id              text        not null,
    version         text        not null,
    -- tells versions of the same number apart: when the version was made, or else when it landed
    version_time    timestamptz not null,
    standing        boolean     not null,
    killed          boolean     not null,
    kill_reason     text,
    status          text        not null,
    event           text        not null,
    provider        text        not null,
    feed            text        not null,
    language        text,
    urgency         smallint    not null,
    headline        text        not null,
    published       timestamptz,
    updated         timestamptz,
    landed          timestamptz not null,
    archived        timestamptz not null default now(),
    -- by what articles are listed: the provider's time, but never later than the copy landed
    filed           timestamptz not null,
    countries       text[]      not null,
    regions         text[]      not null,
    topics          text[]      not null,
    -- names in lower case, each once
    entities        text[]      not null,
    desks           text[]      not null,
    -- the article as the API shows it, but for its body
    article         json        not null,
    body_text       text,
    body_html       text,
    primary key (id, version, version_time)
);

create unique index item_version_standing on item_version (id) where standing;
create index item_version_newest on item_version (filed desc, id desc) where standing;
create index item_version_countries on item_version using gin (countries) where standing;
create index item_version_regions on item_version using gin (regions) where standing;
create index item_version_entities on item_version using gin (entities) where standing;
create index item_version_desks on item_version using gin (desks) where standing;

create view standing_article as select * from item_version where standing;

-- The words of standing, usable articles, in the column that fits the article's language. To take words apart and index
-- them costs several times what writing the row does, so it is done right after, by the way of the queue: a burst of
-- copy is safe at once and can be searched a moment later.
create table item_words (
    id      text primary key,
    english tsvector,
    simple  tsvector
);

-- New words are merged into the index 16 MB at a time: few large merges cost less than many small ones.
create index item_words_english on item_words using gin (english) with (gin_pending_list_limit = 16384);
create index item_words_simple on item_words using gin (simple) with (gin_pending_list_limit = 16384);

create table words_due (
    number bigint generated always as identity primary key,
    id     text not null
);

-- The next record to be archived of each partition, moved in the transaction that writes the rows.
create table consumer_offset (
    topic       text   not null,
    partition   int    not null,
    next_offset bigint not null,
    primary key (topic, partition)
);

-- By which desk rules the rows' desks were told.
create table desk_rules (
    fingerprint text not null
);
