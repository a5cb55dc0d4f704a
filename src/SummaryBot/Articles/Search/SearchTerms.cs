using System.Globalization;

namespace SummaryBot.Articles.Search;

/// <summary>What an article is found by. Its words as they are; a sign before all else, which no word has, tells what it is.</summary>
/// <remarks>So one index answers words, beginnings of headlines and filters alike, and a filter costs no more than a word.</remarks>
internal static class SearchTerms
{
    /// <summary>Shorter beginnings of headline words are terms of their own, for far too many words begin with them.</summary>
    public const int ShortPrefix = 3;

    /// <summary>How many articles in the order of arrival are one bucket.</summary>
    public const int BucketSize = 4096;

    private const int MaxText = 100_000;
    private const int MaxHeadText = 200;

    public static string Head(string word) => $"^{word}";

    public static string HeadPrefix(string prefix) => $"~{prefix}";

    public static string Outlet(string name) => $"={string.Concat(SearchWords.In(name))}";

    public static string Source(long? id) => id is { } number ? string.Create(CultureInfo.InvariantCulture, $"@{number}") : "@none";

    public static string Month(DateTimeOffset date) => $"#{date.UtcDateTime.ToString("yyyyMM", CultureInfo.InvariantCulture)}";

    public static string Bucket(long number) => string.Create(CultureInfo.InvariantCulture, $"%{number}");

    /// <summary>Every term once, parted by spaces.</summary>
    /// <param name="sources">The sources that told it; empty where nobody but the operator did.</param>
    public static string Of(SearchRow row, IEnumerable<long> sources)
    {
        var terms = new HashSet<string>(SearchWords.In(row.Text[..Math.Min(row.Text.Length, MaxText)]), StringComparer.Ordinal);
        foreach (var word in HeadWords(row.Headline, row.Text))
        {
            terms.UnionWith([word, Head(word), .. Enumerable.Range(1, Math.Min(ShortPrefix, word.Length)).Select(length => HeadPrefix(word[..length]))]);
        }

        if (row.Source is { } outlet)
        {
            terms.UnionWith([.. SearchWords.In(outlet), Outlet(outlet)]);
        }

        terms.UnionWith(sources.Select(id => Source(id)).DefaultIfEmpty(Source(null)));
        terms.UnionWith([Month(DateTimeOffset.FromUnixTimeMilliseconds(row.DatedAt)), Bucket(row.Seq / BucketSize)]);
        return string.Join(' ', terms);
    }

    /// <summary>The words of the headline or, where there is none, of the beginning of the text, which stands in for it.</summary>
    public static IEnumerable<string> HeadWords(string? headline, string text) => SearchWords.In(headline ?? text[..Math.Min(text.Length, MaxHeadText)]);
}

/// <summary>As much of an article as is searched.</summary>
internal sealed record SearchRow(long Seq, string Id, string? Headline, string? Source, string? Url, string? UrlKey, long DatedAt, string Text);
