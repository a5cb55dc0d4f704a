-- articles that were forgotten, by their ids and by those that follow from their texts; they do not come back
CREATE TABLE seen_articles (
    id text PRIMARY KEY
) $clustered$;

-- Discord servers that the bot is in no more
CREATE TABLE left_guilds (
    guild text PRIMARY KEY,
    left_at bigint NOT NULL
) $clustered$;
