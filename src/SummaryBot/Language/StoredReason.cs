using System.Text.RegularExpressions;

namespace SummaryBot.Language;

/// <summary>
/// Says in the language of the answer why a source cannot be read, or an edition was not sent. The database keeps reasons in English;
/// each sentence is a text <c>source.reason.*</c> or <c>log.reason.*</c>, found by its English form.
/// </summary>
internal static partial class StoredReason
{
    private const string Prefix = "reason.";

    private static readonly string[] Families = ["source", "log"];

    /// <summary>Those with the most words of their own first: what stands for a name in another may hold them.</summary>
    private static readonly (string Key, Regex Pattern)[] Sentences =
    [
        .. Families.SelectMany(family => TextFiles.Of(family, UiLanguage.English).Select(text => (family, text.Key, text.Value)))
            .Where(text => text.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .OrderByDescending(text => Place().Replace(text.Value, "").Length).ThenBy(text => text.Key, StringComparer.Ordinal)
            .Select(text => ($"{text.family}.{text.Key}", Pattern(text.Value))),
    ];

    /// <param name="reason">One or more sentences in English; one that has no text stays as it is.</param>
    public static ReplyText Of(Words words, string reason) => Find(words, reason) ?? ReplyText.Join(" ", SentenceEnd().Split(reason).Select(sentence => Find(words, sentence) ?? sentence));

    public static string Plain(Words words, string reason) => Of(words, reason).ToString();

    private static ReplyText? Find(Words words, string reason)
    {
        foreach (var (key, pattern) in Sentences)
        {
            if (pattern.Match(reason) is { Success: true } match)
            {
                (string, object?)[] values = [.. match.Groups.Values.Skip(1).Select(group => (group.Name, Value(words, group.Name, group.Value)))];
                return words.Of(key, values);
            }
        }

        return null;
    }

    private static object Value(Words words, string name, string value) =>
        name is "rest" ? Of(words, value) : name is "permissions" ? PermissionNames.OfList(words, value) : value;

    private static Regex Pattern(string english) => new(
        $"^{PlaceInPattern().Replace(Regex.Escape(english), "(?<${name}>.*?)")}$", RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"\{[A-Za-z]+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Place();

    /// <summary>A place as <see cref="Regex.Escape"/> writes it.</summary>
    [GeneratedRegex(@"\\\{(?<name>[A-Za-z]+)\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PlaceInPattern();

    [GeneratedRegex(@"(?<=[.:]) (?=\p{Lu})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentenceEnd();
}
