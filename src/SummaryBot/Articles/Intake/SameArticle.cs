using SummaryBot.Summarization.Text;

namespace SummaryBot.Articles.Intake;

/// <summary>Whether an item is an article: in doubt it is another one, for two in place of one is a smaller fault than one in place of two.</summary>
internal static class SameArticle
{
    /// <summary>A shorter text may say the same by chance.</summary>
    private const int TellingText = 40;

    /// <summary>As <see cref="TellingText"/>, at another address.</summary>
    private const int TellingTextElsewhere = 200;

    private const long NearInTime = 2 * 24 * 60 * 60 * 1000;

    /// <summary>Whether one may be what became of the other: same address, same headline or a sentence in common.</summary>
    public static bool MayBecome(IntakeArticle article, IntakeItem item) =>
        article.UrlKey is null || item.UrlKey is null || string.Equals(article.UrlKey, item.UrlKey, StringComparison.Ordinal) || IsAlike(article, item);

    public static bool IsAlike(IntakeArticle article, IntakeItem item) =>
        (article.Headline is not null && string.Equals(Words(article.Headline), Words(item.Article.Headline), StringComparison.OrdinalIgnoreCase))
        || SentencesOf(article.Text, article.Language).Overlaps(SentencesOf(item.Article.Text, article.Language));

    /// <summary>Whether the same text is the same article.</summary>
    public static bool BySameText(IntakeArticle article, IntakeItem item)
    {
        var sameHeadline = string.Equals(Words(article.Headline), Words(item.Article.Headline), StringComparison.OrdinalIgnoreCase);
        return article.UrlKey is null || item.UrlKey is null
            ? sameHeadline || ((article.Headline is null || item.Article.Headline is null) && article.Text.Length >= TellingText)
            : sameHeadline && article.Text.Length >= TellingTextElsewhere && IsOneSite(article.UrlKey, item.UrlKey) && IsNear(article, item);
    }

    /// <summary>An id that is made to be one all over the world, told by another feed of the same site.</summary>
    public static bool ByGlobalGuid(string guid, IntakeArticle article, IntakeItem item) =>
        guid.Contains(':', StringComparison.Ordinal) && Uri.TryCreate(guid, UriKind.Absolute, out _)
        && article.UrlKey is not null && item.UrlKey is not null && IsOneSite(article.UrlKey, item.UrlKey) && MayBecome(article, item);

    private static bool IsNear(IntakeArticle article, IntakeItem item) =>
        article.PublishedAt is not { } at || item.Article.PublishedAt is not { } other || Math.Abs(at - other.ToUnixTimeMilliseconds()) <= NearInTime;

    private static bool IsOneSite(string url, string other) => string.Equals(new Uri(url).Host, new Uri(other).Host, StringComparison.Ordinal);

    private static HashSet<string> SentencesOf(string text, string? language) =>
        SentenceSplitter.Split(text, language).Select(span => Words(text[span.Start..span.End])).Where(sentence => sentence.Length >= TellingText)
            .ToHashSet(StringComparer.Ordinal);

    private static string Words(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
