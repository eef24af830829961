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
    -- what searches look at: one of the two, by the article's language, and neither once it is killed;
    -- a tsvector takes up to 1 MB, which this much text never fills
    search_english  tsvector generated always as (
        case when not killed and (language is null or language ~* '^en(-|$)')
             then setweight(to_tsvector('english'::regconfig, left(headline, 2000)), 'A')
                  || to_tsvector('english'::regconfig, left(coalesce(body_text, ''), 100000)) end) stored,
    search_simple   tsvector generated always as (
        case when not killed and language !~* '^en(-|$)'
             then setweight(to_tsvector('simple'::regconfig, left(headline, 2000)), 'A')
                  || to_tsvector('simple'::regconfig, left(coalesce(body_text, ''), 100000)) end) stored,
    primary key (id, version, version_time)
);

create unique index item_version_standing on item_version (id) where standing;
create index item_version_newest on item_version (filed desc, id desc) where standing;
create index item_version_countries on item_version using gin (countries) where standing;
create index item_version_regions on item_version using gin (regions) where standing;
create index item_version_entities on item_version using gin (entities) where standing;
create index item_version_desks on item_version using gin (desks) where standing;
create index item_version_search_english on item_version using gin (search_english) where standing;
create index item_version_search_simple on item_version using gin (search_simple) where standing;

create view standing_article as select * from item_version where standing;

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
