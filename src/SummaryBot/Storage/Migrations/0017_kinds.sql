ALTER TABLE editions ADD COLUMN pinged integer NOT NULL DEFAULT 0; -- whether an urgent edition mentioned its role
ALTER TABLE digests ADD COLUMN paused_reason text; -- why it was paused by itself; null where somebody paused it

-- articles that are urgent for a digest and not posted yet
CREATE TABLE urgent_waiting (
    digest_id bigint NOT NULL REFERENCES digests (id) ON DELETE CASCADE,
    article_id text NOT NULL,
    found_at bigint NOT NULL,
    PRIMARY KEY (digest_id, article_id)
) $clustered$;
