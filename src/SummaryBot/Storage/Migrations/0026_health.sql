-- what a server's health remembers of its findings; forgotten with the fault
CREATE TABLE health_notes (
    guild text NOT NULL,
    key text NOT NULL, -- the fault and what it is of
    since bigint NOT NULL, -- when it was found first
    silenced integer NOT NULL, -- whether somebody wants to hear no more of it
    PRIMARY KEY (guild, key)
) $clustered$;

-- since when digests and subscriptions are paused without an end
CREATE TABLE pauses (
    kind text NOT NULL, -- digest or source
    id bigint NOT NULL,
    since bigint NOT NULL,
    PRIMARY KEY (kind, id)
) $clustered$;

-- where else the site of a source names a feed
CREATE TABLE feed_lookups (
    source_id bigint PRIMARY KEY REFERENCES sources (id) ON DELETE CASCADE,
    looked_at bigint NOT NULL,
    found text -- an address; null where there is none
);
