CREATE TABLE stories (
    id bigint PRIMARY KEY, -- from story_state.next_story
    first_at bigint NOT NULL,
    last_at bigint NOT NULL,
    merged_into bigint -- the story that it turned out to be a part of, which stands itself; null while this one stands
);

CREATE INDEX stories_newest ON stories (last_at DESC, id DESC);
CREATE INDEX stories_merged ON stories (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE story_articles (
    article_id text PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    story_id bigint NOT NULL,
    dated_at bigint NOT NULL,
    round bigint NOT NULL -- of assigning, in which it came to this story or moved to it
) $clustered$;

CREATE INDEX story_articles_by_story ON story_articles (story_id, dated_at);
CREATE INDEX story_articles_by_round ON story_articles (round);
CREATE INDEX story_articles_by_date ON story_articles (dated_at);

-- one row, held by whoever assigns
CREATE TABLE story_state (
    id integer PRIMARY KEY,
    round bigint NOT NULL,
    next_story bigint NOT NULL
);

INSERT INTO story_state (id, round, next_story) VALUES (1, 0, 1);

-- articles without a story, in the order to assign them; a trigger adds each new one
CREATE TABLE story_waiting (
    dated_at bigint NOT NULL,
    seq bigint NOT NULL,
    PRIMARY KEY (dated_at, seq)
) $clustered$;

INSERT INTO story_waiting (dated_at, seq) SELECT dated_at, seq FROM articles;
