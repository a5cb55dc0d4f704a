-- Names of digests are unique in a server, not everywhere. SQLite drops no constraint, so the table is made anew (https://www.sqlite.org/lang_altertable.html,
-- section 7). Foreign keys are off while migrations run: to drop the table would else delete the rows of its children.
-- AUTOINCREMENT: buttons of old messages name digests by their numbers, so that none is given twice.
CREATE TABLE new_digests (
    id integer PRIMARY KEY AUTOINCREMENT,
    name text NOT NULL,
    channel text NOT NULL,
    days text NOT NULL,
    times text NOT NULL,
    zone text NOT NULL,
    max_stories bigint NOT NULL,
    length text NOT NULL,
    layout text NOT NULL,
    empty text NOT NULL,
    created_at bigint NOT NULL,
    next_due_at bigint NOT NULL,
    next_due_local text NOT NULL, -- yyyy-MM-ddTHH:mm as the schedule names it, also where the clocks skip it
    guild text, -- null where nobody said: then it is the channel's
    posting text, -- a Posting as JSON; null where nothing is asked for
    editing text, -- how it chooses, an EditorialOptions as JSON; null where nothing is asked for
    paused_until bigint, -- null while it is not paused; 9223372036854775807 until it is resumed
    skips bigint NOT NULL DEFAULT 0, -- how many of the next times go by without an edition
    selection text, -- the key of its latest selection, which the next one goes on from; null before the first
    paused_reason text, -- why it was paused by itself; null where somebody paused it
    waits bigint NOT NULL DEFAULT 0 -- 1 while the edition that is due waits for news
);

INSERT INTO new_digests (id, name, channel, days, times, zone, max_stories, length, layout, empty, created_at, next_due_at, next_due_local,
    guild, posting, editing, paused_until, skips, selection, paused_reason, waits)
SELECT id, name, channel, days, times, zone, max_stories, length, layout, empty, created_at, next_due_at, next_due_local,
    guild, posting, editing, paused_until, skips, selection, paused_reason, waits
FROM digests;

DROP TABLE digests;

ALTER TABLE new_digests RENAME TO digests;

CREATE INDEX digests_due ON digests (next_due_at);

CREATE UNIQUE INDEX digests_name ON digests (coalesce(guild, ''), name);

-- a person has one digest of his own, whatever server he follows from
CREATE UNIQUE INDEX digests_own ON digests (channel, name) WHERE channel LIKE 'dm:%';

CREATE TABLE new_shown_by_deleted (
    guild text NOT NULL, -- '' where the digest named none
    digest text NOT NULL,
    article_id text NOT NULL,
    due_local text NOT NULL,
    PRIMARY KEY (guild, digest, article_id)
) WITHOUT ROWID;

INSERT INTO new_shown_by_deleted (guild, digest, article_id, due_local) SELECT '', digest, article_id, due_local FROM shown_by_deleted;

DROP TABLE shown_by_deleted;

ALTER TABLE new_shown_by_deleted RENAME TO shown_by_deleted;

-- fails, and undoes all of this, where a row of a child has no digest
CREATE TABLE orphans (number integer NOT NULL CHECK (number = 0));

INSERT INTO orphans (number)
SELECT count(*) FROM (
    SELECT 1 FROM pragma_foreign_key_check('editions') UNION ALL SELECT 1 FROM pragma_foreign_key_check('edition_articles')
    UNION ALL SELECT 1 FROM pragma_foreign_key_check('deliveries') UNION ALL SELECT 1 FROM pragma_foreign_key_check('feedback')
    UNION ALL SELECT 1 FROM pragma_foreign_key_check('urgent_waiting'));

DROP TABLE orphans;
