CREATE TABLE digests (
    id $identity$,
    name text NOT NULL UNIQUE,
    channel text NOT NULL,
    days text NOT NULL,
    times text NOT NULL,
    zone text NOT NULL,
    max_stories bigint NOT NULL,
    length text NOT NULL,
    layout text NOT NULL,
    empty text NOT NULL,
    created_at bigint NOT NULL,
    next_due_at bigint NOT NULL,
    next_due_local text NOT NULL -- yyyy-MM-ddTHH:mm as the schedule names it, also where the clocks skip it
);

CREATE INDEX digests_due ON digests (next_due_at);

CREATE TABLE editions (
    digest_id bigint NOT NULL REFERENCES digests (id) ON DELETE CASCADE,
    due_local text NOT NULL,
    due_at bigint NOT NULL,
    written_at bigint NOT NULL,
    status text NOT NULL, -- written, empty or folded
    stories bigint NOT NULL,
    PRIMARY KEY (digest_id, due_local)
) $clustered$;

CREATE TABLE edition_articles (
    digest_id bigint NOT NULL REFERENCES digests (id) ON DELETE CASCADE,
    article_id text NOT NULL,
    due_local text NOT NULL,
    PRIMARY KEY (digest_id, article_id) -- a digest shows an article once, also after the edition is forgotten
) $clustered$;

CREATE TABLE deliveries (
    nonce text PRIMARY KEY,
    digest_id bigint NOT NULL,
    due_local text NOT NULL,
    due_at bigint NOT NULL,
    channel text NOT NULL,
    message text NOT NULL, -- the ChatMessage as JSON
    state text NOT NULL, -- waiting, sent or refused
    attempts bigint NOT NULL,
    next_try_at bigint NOT NULL,
    leased_until bigint NOT NULL, -- 0 while nobody is sending it
    first_tried_at bigint,
    may_have_arrived integer NOT NULL,
    sent_at bigint,
    message_id text,
    reason text,
    UNIQUE (digest_id, due_local),
    FOREIGN KEY (digest_id, due_local) REFERENCES editions (digest_id, due_local) ON DELETE CASCADE
);

CREATE INDEX deliveries_open ON deliveries (due_at, nonce) WHERE state <> 'sent';
CREATE INDEX deliveries_waiting_by_channel ON deliveries (channel, due_at, nonce) WHERE state = 'waiting';

CREATE TABLE bot_state (
    key text PRIMARY KEY,
    value text NOT NULL
);
