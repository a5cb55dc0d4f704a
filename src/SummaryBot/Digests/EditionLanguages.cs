using Dapper;
using SummaryBot.Chat;
using SummaryBot.Language;
using SummaryBot.Storage;

namespace SummaryBot.Digests;

/// <summary>In which language editions are framed: that which their server has set, else English.</summary>
public sealed class EditionLanguages(Database database)
{
    /// <summary>All servers' at once, for however many digests fall due.</summary>
    public async Task<Func<Digest, FrameWords>> ReadAsync(CancellationToken cancellationToken)
    {
        const string Sql = "SELECT guild, language FROM guild_settings WHERE language IS NOT NULL";
        await using var connection = await database.OpenAsync(cancellationToken);
        var set = (await connection.QueryAsync<(string Guild, string Language)>(new CommandDefinition(Sql, cancellationToken: cancellationToken)))
            .ToDictionary(row => row.Guild, row => FrameWords.Of(UiLanguage.Find(row.Language) ?? UiLanguage.English), StringComparer.Ordinal);
        return digest => set.GetValueOrDefault(digest.Guild ?? "") ?? FrameWords.English;
    }
}
