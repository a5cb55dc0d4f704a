CREATE TABLE articles (
    seq $identity$,
    id text NOT NULL UNIQUE,
    headline text,
    source text,
    url text,
    language text,
    published_at bigint,
    published_offset_minutes integer,
    first_seen_at bigint NOT NULL,
    dated_at bigint NOT NULL, -- published_at, but never later than first_seen_at: a date in the future is not first for ever
    text text NOT NULL
);

CREATE INDEX articles_newest ON articles (dated_at DESC, seq DESC);
