-- runs that wrote editions, until the administrator is told of them
CREATE TABLE run_reports (
    nonce text PRIMARY KEY,
    written_at bigint NOT NULL,
    editions text NOT NULL, -- which, as JSON: for each local due time the ids of the digests
    message text, -- the nonce of the message that tells it; null until there is one
    tried_at bigint -- when that was tried last
) $clustered$;
