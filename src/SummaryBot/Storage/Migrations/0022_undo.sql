-- what can be undone for 10 minutes: the rows before and after, as JSON
CREATE TABLE undo (
    id text PRIMARY KEY,
    guild text NOT NULL,
    user_id text NOT NULL,
    made_at bigint NOT NULL,
    what text NOT NULL, -- one line for people
    rows text NOT NULL
) $clustered$;

CREATE INDEX undo_made ON undo (made_at);
