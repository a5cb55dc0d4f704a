ALTER TABLE digests ADD COLUMN guild text;
ALTER TABLE digests ADD COLUMN posting text; -- a Posting as JSON; null where nothing is asked for
