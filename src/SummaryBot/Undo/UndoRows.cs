namespace SummaryBot.Undo;

/// <summary>Rows that a change may touch.</summary>
/// <param name="Table">A constant of the program.</param>
/// <param name="Where">A condition, a constant of the program, with the parameter <c>@key</c>.</param>
/// <param name="Key">A long or a text.</param>
/// <param name="PrimaryKey">The columns that tell its rows apart.</param>
public sealed record UndoRows(string Table, string Where, object Key, params IReadOnlyList<string> PrimaryKey)
{
    /// <summary>Columns that the bot itself moves on, which are put back only where they still hold what the change left.</summary>
    public IReadOnlyList<string> Moving { get; init; } = [];
}
