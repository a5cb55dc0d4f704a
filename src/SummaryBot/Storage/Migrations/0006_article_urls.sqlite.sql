CREATE INDEX articles_url ON articles (url) WHERE url IS NOT NULL;
