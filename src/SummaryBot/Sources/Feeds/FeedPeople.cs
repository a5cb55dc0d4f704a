using System.Text.RegularExpressions;

namespace SummaryBot.Sources.Feeds;

/// <summary>Who wrote an item.</summary>
internal static partial class FeedPeople
{
    private const int MaxPeople = 10;
    private const int MaxName = 200;

    /// <summary>Names, separated by commas; an e-mail address where there is nothing else; null where nobody is named.</summary>
    public static string? Of(FeedNode node, FeedText text)
    {
        var people = Names(node.All("dc:creator").Concat(node.All("dc:author")).Select(it => it.Text), text) ?? Names(node.All("author").Concat(node.All("atom:author")).Select(Person), text);
        return people ?? Names([node.TextOf("itunes:author")], text);
    }

    /// <summary>The name alone of <c>mail (Name)</c> and <c>Name &lt;mail&gt;</c>.</summary>
    public static string Name(string written) =>
        MailAndName().Match(written) is { Success: true } match ? match.Groups["name"].Value.Trim('"', ' ', '\'') : written;

    /// <summary>Null where there is none.</summary>
    public static string? Join(IEnumerable<string?> names) =>
        string.Join(", ", names.OfType<string>().Take(MaxPeople).Select(Name).Where(it => it.Length is > 0 and <= MaxName).Distinct(StringComparer.Ordinal)) is { Length: > 0 } all ? all : null;

    private static string? Names(IEnumerable<string?> written, FeedText text) => Join(written.Take(MaxPeople).Select(text.GuessedLine));

    private static string? Person(FeedNode author) => author.HasElements ? author.TextOf("name", "atom:name", "email", "atom:email") : author.Text;

    [GeneratedRegex(@"^(?:\S+@\S+\s*\((?<name>[^()]+)\)|(?<name>[^<>()]+?)\s*[<(]\s*(?:mailto:)?\S+@[^\s<>()]+\s*[>)])$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MailAndName();
}
