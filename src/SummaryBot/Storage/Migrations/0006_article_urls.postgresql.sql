CREATE INDEX articles_url ON articles USING hash (url); -- an address may be longer than a B-tree takes
