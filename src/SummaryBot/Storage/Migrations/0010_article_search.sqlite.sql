DROP INDEX articles_url;
CREATE INDEX articles_url_key ON articles (url_key) WHERE url_key IS NOT NULL;
