ALTER TABLE articles ADD COLUMN categories text; -- a JSON list; null where there are none
ALTER TABLE articles ADD COLUMN picture_url text;
ALTER TABLE articles ADD COLUMN picture_alt text;
