-- what a server has set; what it has not set is not there
CREATE TABLE guild_settings (
    guild text PRIMARY KEY, -- '' is the operator's own
    language text, -- ISO 639-1; null for that of each person
    admin_channel text, -- where the bot tells of faults; null for nowhere
    brand text, -- a BrandOptions as JSON
    retention_days bigint -- how long its digests and sources are kept after the bot has left; null for as long as the operator says
) $clustered$;
