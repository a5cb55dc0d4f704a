CREATE TRIGGER articles_wait AFTER INSERT ON articles BEGIN
    INSERT INTO story_waiting (dated_at, seq) VALUES (new.dated_at, new.seq);
END;

-- a number may be given again
CREATE TRIGGER articles_wait_no_more AFTER DELETE ON articles BEGIN
    DELETE FROM story_waiting WHERE seq = old.seq;
END;
