CREATE VIRTUAL TABLE article_search USING fts5 (
    headline, source, text, content = 'articles', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
    INSERT INTO article_search (rowid, headline, source, text) VALUES (new.seq, new.headline, new.source, new.text);
END;

CREATE TRIGGER articles_removed AFTER DELETE ON articles BEGIN
    INSERT INTO article_search (article_search, rowid, headline, source, text) VALUES ('delete', old.seq, old.headline, old.source, old.text);
END;
