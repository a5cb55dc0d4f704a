CREATE FUNCTION article_waits() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
    INSERT INTO story_waiting (dated_at, seq) VALUES (new.dated_at, new.seq);
    RETURN NULL;
END';

CREATE TRIGGER articles_wait AFTER INSERT ON articles FOR EACH ROW EXECUTE FUNCTION article_waits();

CREATE FUNCTION article_waits_no_more() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
    DELETE FROM story_waiting WHERE seq = old.seq;
    RETURN NULL;
END';

CREATE TRIGGER articles_wait_no_more AFTER DELETE ON articles FOR EACH ROW EXECUTE FUNCTION article_waits_no_more();
