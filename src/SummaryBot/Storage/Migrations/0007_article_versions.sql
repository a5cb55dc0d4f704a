ALTER TABLE articles ADD COLUMN version bigint NOT NULL DEFAULT 1;
ALTER TABLE articles ADD COLUMN changed_at bigint; -- when this version was first seen; null for the first one, which was at first_seen_at
ALTER TABLE articles ADD COLUMN byline text;
ALTER TABLE articles ADD COLUMN teaser_only integer NOT NULL DEFAULT 0;
ALTER TABLE articles ADD COLUMN gone_at bigint; -- when the page was found to be gone; null while it is there
ALTER TABLE articles ADD COLUMN url_key text; -- the canonical address, which tells articles apart; url is for reading
ALTER TABLE articles ADD COLUMN text_id text; -- the id that would follow from the text as it is now

UPDATE articles SET text_id = id, url_key = url;

CREATE INDEX articles_text_id ON articles (text_id);

-- what articles said before they were changed; what they say now is in articles
CREATE TABLE article_versions (
    article_id text NOT NULL,
    version bigint NOT NULL,
    headline text,
    text text NOT NULL,
    seen_at bigint NOT NULL, -- when this version was first seen
    PRIMARY KEY (article_id, version)
);

-- which article an item of a source is; stays when the article is forgotten, so that it does not come back
CREATE TABLE article_sources (
    source_id bigint NOT NULL,
    guid text NOT NULL, -- the item's own, else its canonical address, else a hash of what it says
    article_id text NOT NULL,
    content text NOT NULL, -- a hash of what the source said last
    seen_at bigint NOT NULL,
    PRIMARY KEY (guid, source_id)
) $clustered$;

CREATE INDEX article_sources_by_article ON article_sources (article_id);
