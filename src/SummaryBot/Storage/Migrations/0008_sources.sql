-- what is visited: each address once, however many subscribe to it
CREATE TABLE sources (
    id $identity$,
    kind text NOT NULL, -- feed or page
    url text NOT NULL UNIQUE,
    title text,
    language text,
    added_at bigint NOT NULL,
    next_visit_at bigint NOT NULL,
    interval_seconds bigint NOT NULL,
    leased_until bigint NOT NULL, -- 0 while nobody visits it
    visited_at bigint, -- the last visit that succeeded
    etag text,
    last_modified text,
    body_hash text,
    failures bigint NOT NULL, -- in a row
    failing_since bigint, -- null while all is well
    failure text,
    told_at bigint, -- when its failing was told; null while nobody was
    ended text -- why it is visited no more; null while it is
);

CREATE INDEX sources_due ON sources (next_visit_at) WHERE ended IS NULL;

-- who reads what
CREATE TABLE subscriptions (
    id $identity$,
    guild text NOT NULL, -- the id of a Discord server; '' is the operator's, whose sources every digest may show
    source_id bigint NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    name text NOT NULL,
    outlet text, -- whom its articles are credited to; null is the name
    group_name text,
    backfill text NOT NULL, -- none, latest or day: what of the first visit is news
    paused integer NOT NULL,
    added_at bigint NOT NULL,
    news_from bigint, -- items first seen later are news to it; null before the first visit
    UNIQUE (guild, source_id),
    UNIQUE (guild, name)
);
