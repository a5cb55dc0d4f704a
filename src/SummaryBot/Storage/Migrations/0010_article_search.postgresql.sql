DROP INDEX articles_url;
CREATE INDEX articles_url_key ON articles USING hash (url_key); -- an address may be longer than a B-tree takes
