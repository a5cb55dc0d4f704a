ALTER TABLE digests ADD COLUMN editing text; -- how it chooses, an EditorialOptions as JSON; null where nothing is asked for
ALTER TABLE digests ADD COLUMN paused_until bigint; -- null while it is not paused; 9223372036854775807 until it is resumed
ALTER TABLE digests ADD COLUMN skips bigint NOT NULL DEFAULT 0; -- how many of the next times go by without an edition

ALTER TABLE editions ADD COLUMN selection text; -- the key of what became of its candidates; null where nothing was chosen
ALTER TABLE editions ADD COLUMN reason text; -- why it is empty, folded or skipped; null where there is nothing to say

-- what became of the candidates of editions, each record once, however many editions it is of
CREATE TABLE selections (
    key text PRIMARY KEY, -- a hash of the record
    made_at bigint NOT NULL,
    record text NOT NULL -- a SelectionRecord as JSON
) $clustered$;

CREATE INDEX edition_articles_by_article ON edition_articles (article_id);
