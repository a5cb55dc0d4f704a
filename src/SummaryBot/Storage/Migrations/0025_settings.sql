-- what is told to administrators, on its way to their channels
CREATE TABLE notes (
    nonce text PRIMARY KEY,
    guild text NOT NULL, -- whose admin channel it is for; '' is the operator's own
    channel text NOT NULL,
    message text NOT NULL, -- the ChatMessage as JSON
    attempts bigint NOT NULL,
    next_try_at bigint NOT NULL,
    leased_until bigint NOT NULL, -- 0 while nobody is sending it
    first_tried_at bigint,
    may_have_arrived integer NOT NULL
) $clustered$;

ALTER TABLE run_reports ADD COLUMN guild text NOT NULL DEFAULT ''; -- whose admin channel is told
ALTER TABLE run_reports DROP COLUMN message;
ALTER TABLE run_reports DROP COLUMN tried_at;

-- backups that were sent in and shown, until somebody restores them or an hour has passed
CREATE TABLE restore_drafts (
    id text PRIMARY KEY,
    guild text NOT NULL,
    user_id text NOT NULL,
    made_at bigint NOT NULL,
    content text NOT NULL -- a BackupContent as JSON, checked
) $clustered$;
