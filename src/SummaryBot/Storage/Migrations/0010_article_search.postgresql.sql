DROP INDEX articles_url;
CREATE INDEX articles_url_key ON articles USING hash (url_key); -- an address may be longer than a B-tree takes

ALTER TABLE articles DROP COLUMN search;

-- terms that the program writes; they lie aside from the rows, which a search reads many of
CREATE TABLE article_search (
    rowid bigint PRIMARY KEY REFERENCES articles (seq) ON DELETE CASCADE,
    terms tsvector NOT NULL
) WITH (toast_tuple_target = 128);

CREATE INDEX article_search_terms ON article_search USING gin (terms) WITH (fastupdate = off);
