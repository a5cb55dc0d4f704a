-- what lists that are turned over were asked for; no person is named
CREATE TABLE news_lists (
    key text PRIMARY KEY,
    query text NOT NULL, -- JSON
    used_at bigint NOT NULL
) $clustered$;

CREATE INDEX news_lists_used ON news_lists (used_at);

-- which edition a message is of
CREATE INDEX deliveries_message ON deliveries (message_id);
