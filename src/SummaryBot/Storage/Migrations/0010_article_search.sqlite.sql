DROP INDEX articles_url;
CREATE INDEX articles_url_key ON articles (url_key) WHERE url_key IS NOT NULL;

DROP TRIGGER articles_added;
DROP TRIGGER articles_removed;
DROP TABLE article_search;

-- terms that the program writes, parted by spaces; only which article has which is kept
CREATE VIRTUAL TABLE article_search USING fts5 (
    terms, content = '', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars '^~=@#%'"
);

CREATE TRIGGER articles_removed AFTER DELETE ON articles BEGIN
    DELETE FROM article_search WHERE rowid = old.seq;
END;
