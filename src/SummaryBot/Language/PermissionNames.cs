namespace SummaryBot.Language;

/// <summary>Permissions as Discord's settings name them in the language of the answer: texts <c>permission.*</c>, found by their English form.</summary>
internal static class PermissionNames
{
    private static readonly Dictionary<string, string> Keys =
        TextFiles.Of("permission", UiLanguage.English).ToDictionary(text => text.Value, text => $"permission.{text.Key}", StringComparer.Ordinal);

    /// <param name="names">In English; one that has no text stays as it is.</param>
    public static string Of(Words words, IEnumerable<string> names) =>
        string.Join(", ", names.Select(name => Keys.TryGetValue(name, out var key) ? words.Plain(key) : name));

    /// <param name="list">As a stored reason has it: <c>View Channel and Embed Links</c>.</param>
    public static string OfList(Words words, string list) => words.Language == UiLanguage.English ? list : Of(words, list.Split(" and ", StringSplitOptions.None));
}
