ALTER TABLE digests ADD COLUMN waits bigint NOT NULL DEFAULT 0; -- 1 while the edition that is due waits for news

-- what digests that were deleted have shown, by their names: one that is set up under such a name again does not repeat it
CREATE TABLE shown_by_deleted (
    digest text NOT NULL,
    article_id text NOT NULL,
    due_local text NOT NULL,
    PRIMARY KEY (digest, article_id)
) $clustered$;
