ALTER TABLE articles ADD COLUMN version bigint NOT NULL DEFAULT 1;
ALTER TABLE articles ADD COLUMN byline text;
ALTER TABLE articles ADD COLUMN teaser_only integer NOT NULL DEFAULT 0;
ALTER TABLE articles ADD COLUMN gone_at bigint; -- when the page was found to be gone; null while it is there

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
    guid text NOT NULL,
    article_id text NOT NULL,
    seen_at bigint NOT NULL,
    PRIMARY KEY (source_id, guid)
) $clustered$;

CREATE INDEX article_sources_by_article ON article_sources (article_id);
