CREATE TRIGGER articles_wait AFTER INSERT ON articles BEGIN
    INSERT INTO story_waiting (dated_at, seq) VALUES (new.dated_at, new.seq);
END;
