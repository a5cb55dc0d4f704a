using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.EndToEnd.Tests.Simulation;

/// <summary>What a SQLite database holds, as a hash of each table: any row that changes, comes or goes changes one.</summary>
internal static class DatabaseDump
{
    /// <summary>Every real table, those that the search keeps its index in too.</summary>
    private const string Tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name";

    public static async Task<IReadOnlyList<string>> OfAsync(Database database, CancellationToken cancellationToken)
    {
        var hashes = new List<string>();
        await using var connection = await database.OpenAsync(cancellationToken);
        foreach (var table in await connection.QueryAsync<string>(new CommandDefinition(Tables, cancellationToken: cancellationToken)))
        {
            var rows = 0;
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition($"SELECT * FROM \"{table}\"", cancellationToken: cancellationToken));
            for (; await reader.ReadAsync(cancellationToken); rows++)
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    var bytes = reader.GetValue(i) as byte[] ?? Encoding.UTF8.GetBytes(Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)!);
                    hash.AppendData(BitConverter.GetBytes(bytes.Length));
                    hash.AppendData(bytes);
                }
            }

            hashes.Add($"{table}: {rows} rows, {Convert.ToHexStringLower(hash.GetHashAndReset())}");
        }

        return hashes;
    }
}
