-- what readers say of stories, one opinion of a reader on a story of a digest
CREATE TABLE feedback (
    digest_id bigint NOT NULL REFERENCES digests (id) ON DELETE CASCADE,
    article_id text NOT NULL,
    user_id text NOT NULL,
    outlet text NOT NULL, -- in lower case
    useful integer NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (digest_id, article_id, user_id)
) $clustered$;

CREATE INDEX feedback_by_user ON feedback (user_id);
