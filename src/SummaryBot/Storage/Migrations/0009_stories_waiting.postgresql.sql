CREATE FUNCTION article_waits() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
    INSERT INTO story_waiting (dated_at, seq) VALUES (new.dated_at, new.seq);
    RETURN NULL;
END';

CREATE TRIGGER articles_wait AFTER INSERT ON articles FOR EACH ROW EXECUTE FUNCTION article_waits();
