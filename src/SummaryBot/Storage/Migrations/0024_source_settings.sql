-- what a subscriber wishes of a source
ALTER TABLE subscriptions ADD COLUMN interval_minutes bigint; -- visit it at least this often; null for as often as it pays
ALTER TABLE subscriptions ADD COLUMN max_per_digest bigint; -- its stories in one edition at most; null for the digest's own limit
ALTER TABLE subscriptions ADD COLUMN trust text; -- low or high; null is normal
ALTER TABLE subscriptions ADD COLUMN digest_id bigint; -- the only digest that shows it; null, or one that is there no more, for all

-- what a person began and has not finished: a form's words, a page's feeds
CREATE TABLE drafts (
    id text PRIMARY KEY,
    guild text NOT NULL,
    made_at bigint NOT NULL,
    content text NOT NULL -- JSON
) $clustered$;

CREATE INDEX drafts_made ON drafts (made_at);
