using System.Collections.Frozen;
using System.Text.RegularExpressions;
using SummaryBot.Language;

namespace SummaryBot.Commands.Sources;

/// <summary>Says why a source cannot be read in the language of the answer. Visits keep their reasons in English; each sentence is a text <c>source.reason.*</c>, found by its English form.</summary>
internal static partial class SourceReason
{
    private const string Prefix = "reason.";

    private static readonly FrozenDictionary<string, Regex> Sentences = TextFiles.Of("source", UiLanguage.English)
        .Where(text => text.Key.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(text => $"source.{text.Key}", text => Pattern(text.Value), StringComparer.Ordinal);

    /// <param name="reason">One or more sentences in English; one that has no text stays as it is.</param>
    public static ReplyText Of(Words words, string reason) => Find(words, reason) ?? ReplyText.Join(" ", SentenceEnd().Split(reason).Select(sentence => Find(words, sentence) ?? sentence));

    private static ReplyText? Find(Words words, string reason)
    {
        foreach (var (key, pattern) in Sentences)
        {
            if (pattern.Match(reason) is { Success: true } match)
            {
                (string, object?)[] values = [.. match.Groups.Values.Skip(1).Select(group => (group.Name, (object?)(group.Name is "rest" ? Of(words, group.Value) : group.Value)))];
                return words.Of(key, values);
            }
        }

        return null;
    }

    private static Regex Pattern(string english) => new(
        $"^{PlaceInPattern().Replace(Regex.Escape(english), "(?<${name}>.+?)")}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>A place as <see cref="Regex.Escape"/> writes it.</summary>
    [GeneratedRegex(@"\\\{(?<name>[A-Za-z]+)\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PlaceInPattern();

    [GeneratedRegex(@"(?<=[.:]) (?=\p{Lu})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentenceEnd();
}
