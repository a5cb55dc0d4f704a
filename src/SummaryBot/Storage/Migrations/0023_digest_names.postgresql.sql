-- names of digests are unique in a server, not everywhere
ALTER TABLE digests DROP CONSTRAINT digests_name_key;

CREATE UNIQUE INDEX digests_name ON digests (coalesce(guild, ''), name);

-- a person has one digest of his own, whatever server he follows from
CREATE UNIQUE INDEX digests_own ON digests (channel, name) WHERE channel LIKE 'dm:%';

ALTER TABLE shown_by_deleted ADD COLUMN guild text NOT NULL DEFAULT ''; -- '' where the digest named none

ALTER TABLE shown_by_deleted DROP CONSTRAINT shown_by_deleted_pkey;

ALTER TABLE shown_by_deleted ADD PRIMARY KEY (guild, digest, article_id);
