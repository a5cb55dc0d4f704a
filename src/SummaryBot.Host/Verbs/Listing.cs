using Spectre.Console;
using SummaryBot.Chat;

namespace SummaryBot.Host.Verbs;

/// <summary>Rows for a person in a terminal, and the same parted by tabs for a pipe.</summary>
internal static class Listing
{
    private const int MaxOpening = 80;

    public static void Write(string[] heads, IEnumerable<string[]> rows)
    {
        if (Console.IsOutputRedirected)
        {
            Common.WriteLine(string.Join('\t', heads));
            rows.ToList().ForEach(row => Common.WriteLine(string.Join('\t', row.Select(Printable.Of))));
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns(heads);
        rows.ToList().ForEach(row => table.AddRow(row.Select(cell => new Text(Notes.Secrets.Redact(Printable.Of(cell))))));
        AnsiConsole.Write(table);
    }

    /// <summary>The beginning of a text on one line.</summary>
    public static string Opening(string text)
    {
        var line = string.Join(
            ' ', text[..Math.Min(text.Length, 4 * MaxOpening)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MaxOpening
            ? line
            : line[..(line.LastIndexOf(' ', MaxOpening) is > 0 and var space ? space : MaxOpening)] + " …";
    }

    public static string Time(long? milliseconds) => milliseconds is { } at
        ? DateTimeOffset.FromUnixTimeMilliseconds(at).UtcDateTime.ToString(
            "yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)
        : "";
}
