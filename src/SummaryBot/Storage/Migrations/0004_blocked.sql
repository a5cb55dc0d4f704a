-- a delivery may now be blocked too: its channel takes nothing until somebody changes something, and what comes later waits behind it
DROP INDEX deliveries_waiting_by_channel;
CREATE INDEX deliveries_open_by_channel ON deliveries (channel, due_at, nonce) WHERE state <> 'sent';

CREATE TABLE blocked_channels (
    channel text PRIMARY KEY,
    reason text NOT NULL,
    nonce text NOT NULL, -- of the note to the administrator
    told_at bigint -- null until the note is posted
);

CREATE TABLE channel_guilds (
    channel text PRIMARY KEY,
    guild text NOT NULL
);

CREATE INDEX channel_guilds_by_guild ON channel_guilds (guild);
