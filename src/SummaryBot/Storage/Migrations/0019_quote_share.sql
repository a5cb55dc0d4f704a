ALTER TABLE subscriptions ADD COLUMN quote_share bigint; -- the share of an article's words that one message may show, in percent; null for no limit
