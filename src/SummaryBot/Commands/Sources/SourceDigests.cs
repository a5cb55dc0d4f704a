using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.Commands.Sources;

/// <summary>The digests of a server, for what is said of sources.</summary>
public sealed class SourceDigests(Database database)
{
    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<NamedDigest>> OfAsync(string guild, CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT d.id, d.name, d.next_due_at FROM digests AS d LEFT JOIN channel_guilds AS known ON known.channel = d.channel
            WHERE coalesce(d.guild, known.guild, '') = @guild ORDER BY d.name
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<NamedDigest>(new CommandDefinition(Sql, new { guild }, cancellationToken: cancellationToken))];
    }
}

/// <param name="NextDueAt">UTC milliseconds since 1970.</param>
public sealed record NamedDigest(long Id, string Name, long NextDueAt)
{
    public DateTimeOffset NextDue => DateTimeOffset.FromUnixTimeMilliseconds(NextDueAt);
}
