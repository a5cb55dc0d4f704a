using System.Security.Cryptography;
using System.Text;
using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.Commands.News;

/// <summary>Keeps what lists were asked for while their pages may be turned: a button remembers too little for words of a search.</summary>
public sealed class NewsListStore(Database database, TimeProvider time)
{
    /// <summary>After the last turn.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(7);

    /// <summary>Hexadecimal digits: 64 bits.</summary>
    private const int KeyLength = 16;

    /// <returns>What it is found by; the same for the same query.</returns>
    public async Task<string> KeepAsync(NewsQuery query, CancellationToken cancellationToken)
    {
        const string Sql = """
            DELETE FROM news_lists WHERE used_at < @forgotten;
            INSERT INTO news_lists (key, query, used_at) VALUES (@key, @json, @now) ON CONFLICT (key) DO UPDATE SET used_at = excluded.used_at
            """;
        var json = query.Write();
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..KeyLength];
        var now = time.GetUtcNow();
        var values = new { key, json, now = now.ToUnixTimeMilliseconds(), forgotten = (now - Memory).ToUnixTimeMilliseconds() };
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(Sql, values, cancellationToken: cancellationToken));
        return key;
    }

    /// <summary>Null where it is forgotten.</summary>
    public async Task<NewsQuery?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var json = await connection.QuerySingleOrDefaultAsync<string?>(
            new CommandDefinition("SELECT query FROM news_lists WHERE key = @key", new { key }, cancellationToken: cancellationToken));
        return json is null ? null : NewsQuery.Read(json);
    }
}
