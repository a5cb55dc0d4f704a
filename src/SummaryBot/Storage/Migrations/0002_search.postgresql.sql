-- a tsvector holds 1 MB at most, so the end of a very long text is not searched
ALTER TABLE articles ADD COLUMN search tsvector GENERATED ALWAYS AS (
    to_tsvector('simple', coalesce(headline, '') || ' ' || coalesce(source, '') || ' ' || left(text, 100000))
) STORED;

CREATE INDEX articles_search ON articles USING gin (search);
