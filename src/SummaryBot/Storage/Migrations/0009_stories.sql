CREATE TABLE stories (
    id $identity$,
    first_at bigint NOT NULL,
    last_at bigint NOT NULL,
    merged_into bigint -- the story that it turned out to be a part of; null while it stands
);

CREATE TABLE story_articles (
    article_id text PRIMARY KEY,
    story_id bigint NOT NULL,
    dated_at bigint NOT NULL
) $clustered$;

CREATE INDEX story_articles_by_story ON story_articles (story_id, dated_at);
