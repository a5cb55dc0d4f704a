ALTER TABLE digests ADD COLUMN selection text; -- the key of its latest selection, which the next one goes on from; null before the first

CREATE INDEX articles_first_seen ON articles (first_seen_at);
CREATE INDEX article_sources_seen ON article_sources (seen_at);
