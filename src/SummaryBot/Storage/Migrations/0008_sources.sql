-- what is visited: each address once, however many subscribe to it; one that nobody subscribes to is kept, so that what it has brought stays known
CREATE TABLE sources (
    id $identity$,
    kind text NOT NULL, -- feed or page
    url text NOT NULL UNIQUE,
    host text NOT NULL, -- with its port where that is not the usual one
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
    timing text, -- when it asks to be visited, as JSON; null where it does not ask
    failures bigint NOT NULL, -- in a row
    failing_since bigint, -- null while all is well
    missing_since bigint, -- since when every answer was 404
    failure text,
    told_at bigint, -- when a notice of its failing was written; null while there is none
    ended text -- why it is visited no more; null while it is
);

CREATE INDEX sources_due ON sources (next_visit_at) WHERE ended IS NULL;
CREATE INDEX sources_by_host ON sources (host);
CREATE INDEX sources_leased ON sources (leased_until) WHERE leased_until > 0;

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
    news_from bigint, -- items first seen at or after this are news to it; null before the first visit
    UNIQUE (guild, source_id),
    UNIQUE (guild, name)
);

CREATE INDEX subscriptions_by_source ON subscriptions (source_id);

-- hosts that asked to be left alone (Retry-After)
CREATE TABLE hosts (
    host text PRIMARY KEY,
    open_at bigint NOT NULL
);

-- what the administrator is told of sources, each once
CREATE TABLE source_notices (
    nonce text PRIMARY KEY, -- of the message
    source_id bigint NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    kind text NOT NULL, -- failing, recovered or ended
    reason text NOT NULL,
    told_at bigint -- null until the message is posted
);

CREATE INDEX source_notices_untold ON source_notices (nonce) WHERE told_at IS NULL;
CREATE INDEX article_sources_by_source ON article_sources (source_id, seen_at);
