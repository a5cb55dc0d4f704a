ALTER TABLE subscriptions ADD COLUMN full_text integer NOT NULL DEFAULT 0; -- whether its articles may be shown whole

-- pages that people asked for by their address: seen by whoever asked alone, unless a source brings them too
CREATE TABLE asked_articles (
    article_id text NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    reader text NOT NULL, -- the id of a Discord server or, where somebody asked outside one, of that person; '' is the operator, whose articles everybody may see
    asked_at bigint NOT NULL,
    PRIMARY KEY (article_id, reader)
) $clustered$;

CREATE INDEX asked_articles_by_reader ON asked_articles (reader);
