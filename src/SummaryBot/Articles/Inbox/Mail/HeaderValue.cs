using System.Text.RegularExpressions;

namespace SummaryBot.Articles.Inbox.Mail;

/// <summary>A field such as <c>text/plain; charset="utf-8"</c>.</summary>
/// <param name="Value">In lower case.</param>
internal sealed partial record HeaderValue(string Value, IReadOnlyDictionary<string, string> Parameters)
{
    public static HeaderValue Read(string field)
    {
        var end = field.IndexOf(';', StringComparison.Ordinal);
        var parameters = end < 0 ? [] : Pair().Matches(field[end..]).DistinctBy(match => match.Groups["name"].Value, StringComparer.OrdinalIgnoreCase);
#pragma warning disable CA1308 // as it is written, not a way to compare
        return new HeaderValue(
            (end < 0 ? field : field[..end]).Trim().ToLowerInvariant(),
            parameters.ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value.Trim('"'), StringComparer.OrdinalIgnoreCase));
#pragma warning restore CA1308
    }

    public string? Parameter(string name) => Parameters.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    [GeneratedRegex("""(?<name>[A-Za-z0-9\-]+)\s*=\s*(?<value>"[^"]*"|[^\s;"]+)""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pair();
}
