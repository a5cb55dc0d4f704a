using System.Data.Common;
using System.Text.Json;
using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.Undo;

/// <summary>What became of one row.</summary>
/// <param name="Before">Its columns; null where it was not there.</param>
/// <param name="After">Its columns; null where it is not there any more.</param>
/// <param name="Moving">Columns that the bot itself moves on.</param>
internal sealed record UndoChange(
    string Table, IReadOnlyList<string> PrimaryKey, IReadOnlyList<string> Moving, Dictionary<string, JsonElement>? Before, Dictionary<string, JsonElement>? After)
{
    private Dictionary<string, JsonElement> Known => Before ?? After!;

    private string IsIt => string.Join(" AND ", PrimaryKey.Select(column => $"{column} = @{column}"));

    /// <summary>The rows that differ, in the order of <paramref name="rows"/>.</summary>
    public static IReadOnlyList<UndoChange> Of(
        IReadOnlyList<UndoRows> rows, IReadOnlyList<IReadOnlyList<IDictionary<string, object?>>> before, IReadOnlyList<IReadOnlyList<IDictionary<string, object?>>> after) =>
        [.. rows.SelectMany((of, i) => Of(of, before[i], after[i]))];

    /// <summary>Whether nobody but the bot itself touched it since.</summary>
    public async Task<bool> IsUntouchedAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        var now = (await transaction.Connection!.QueryAsync(new CommandDefinition(
            $"SELECT * FROM {Table} WHERE {IsIt}", Values(Known, PrimaryKey), transaction, cancellationToken: cancellationToken))).Cast<IDictionary<string, object?>>().FirstOrDefault();
        return (now, After) switch
        {
            (null, null) => true,
            ({ } row, { } after) => Changed().All(column => Moving.Contains(column, StringComparer.Ordinal) || Same(Element(row[column]), after[column])),
            _ => false,
        };
    }

    public async Task TakeAwayAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (Before is null)
        {
            await ExecuteAsync(transaction, $"DELETE FROM {Table} WHERE {IsIt}", Values(Known, PrimaryKey), cancellationToken);
        }
    }

    public async Task PutBackAsync(DbTransaction transaction, SqlDialect dialect, CancellationToken cancellationToken)
    {
        if (Before is null)
        {
            return;
        }

        if (After is null)
        {
            var columns = Before.Keys.ToList();
            var sql = $"INSERT INTO {Table} ({string.Join(", ", columns)}) {dialect.KeepsIdentity} VALUES ({string.Join(", ", columns.Select(column => $"@{column}"))})";
            await ExecuteAsync(transaction, sql, Values(Before, columns), cancellationToken);
            return;
        }

        foreach (var column in Changed())
        {
            var values = Values(Before, [.. PrimaryKey, column]);
            values.Add("left", Value(After[column]));
            var onlyUnmoved = Moving.Contains(column, StringComparer.Ordinal) ? $" AND ({column} = @left OR (@left IS NULL AND {column} IS NULL))" : "";
            await ExecuteAsync(transaction, $"UPDATE {Table} SET {column} = @{column} WHERE {IsIt}{onlyUnmoved}", values, cancellationToken);
        }
    }

    private static IEnumerable<UndoChange> Of(UndoRows of, IReadOnlyList<IDictionary<string, object?>> before, IReadOnlyList<IDictionary<string, object?>> after)
    {
        var left = after.ToDictionary(row => Key(of, row), Elements, StringComparer.Ordinal);
        foreach (var row in before)
        {
            var was = Elements(row);
            left.Remove(Key(of, row), out var isNow);
            if (isNow is null || was.Any(column => !Same(column.Value, isNow[column.Key])))
            {
                yield return new UndoChange(of.Table, of.PrimaryKey, of.Moving, was, isNow);
            }
        }

        foreach (var added in left.Values)
        {
            yield return new UndoChange(of.Table, of.PrimaryKey, of.Moving, Before: null, added);
        }
    }

    /// <summary>The columns that differ between a row that was and is there.</summary>
    private IEnumerable<string> Changed() => Before is null || After is null ? [] : Before.Keys.Where(column => !Same(Before[column], After[column]));

    private static string Key(UndoRows of, IDictionary<string, object?> row) => JsonSerializer.Serialize(of.PrimaryKey.Select(column => row[column]));

    private static Dictionary<string, JsonElement> Elements(IDictionary<string, object?> row) =>
        row.ToDictionary(column => column.Key, column => Element(column.Value), StringComparer.Ordinal);

    private static JsonElement Element(object? value) => JsonSerializer.SerializeToElement(value);

    private static bool Same(JsonElement a, JsonElement b) => string.Equals(a.GetRawText(), b.GetRawText(), StringComparison.Ordinal);

    private static DynamicParameters Values(Dictionary<string, JsonElement> row, IEnumerable<string> columns)
    {
        var values = new DynamicParameters();
        foreach (var column in columns)
        {
            values.Add(column, Value(row[column]));
        }

        return values;
    }

    private static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => element.GetString(),
        _ when element.TryGetInt64(out var whole) => whole, // an arm of its own: beside a double it would become one
        _ => element.GetDouble(),
    };

    private static Task<int> ExecuteAsync(DbTransaction transaction, string sql, object values, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, values, transaction, cancellationToken: cancellationToken));
}
