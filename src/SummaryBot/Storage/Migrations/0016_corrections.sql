ALTER TABLE deliveries ADD COLUMN first_message text; -- as it was sent, where it was edited since; message is what stands in the channel
ALTER TABLE deliveries ADD COLUMN parts text; -- the ids of all its messages, a JSON list; null where message_id is the only one
ALTER TABLE deliveries ADD COLUMN removed_at bigint; -- when an edit found that somebody had deleted it

-- sent messages that are to be edited: what is to stand in the channel
CREATE TABLE message_changes (
    nonce text PRIMARY KEY REFERENCES deliveries (nonce) ON DELETE CASCADE,
    version bigint NOT NULL, -- one more each time something else is wanted
    message text NOT NULL, -- the ChatMessage as JSON
    attempts bigint NOT NULL,
    next_try_at bigint NOT NULL,
    leased_until bigint NOT NULL, -- 0 while nobody edits it
    parts_done bigint NOT NULL, -- how many of its messages have been edited
    is_whole integer NOT NULL, -- an earlier version may stand in a part of its messages, so that all are edited
    reason text
) $clustered$;

CREATE INDEX message_changes_due ON message_changes (next_try_at);

-- pages of articles that sent messages quote, looked at again to see whether they are there
CREATE TABLE page_checks (
    article_id text PRIMARY KEY,
    quoted_at bigint NOT NULL, -- when the last message that quotes it was sent
    next_check_at bigint NOT NULL,
    leased_until bigint NOT NULL, -- 0 while nobody looks
    missing_since bigint -- since when it was not found; null while it is there
) $clustered$;

CREATE INDEX page_checks_due ON page_checks (next_check_at);

CREATE INDEX articles_changed ON articles (changed_at) WHERE changed_at IS NOT NULL;
CREATE INDEX articles_gone ON articles (gone_at) WHERE gone_at IS NOT NULL;
CREATE INDEX deliveries_sent ON deliveries (sent_at) WHERE sent_at IS NOT NULL;
