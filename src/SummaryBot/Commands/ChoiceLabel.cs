using SummaryBot.Articles;

namespace SummaryBot.Commands;

/// <summary>How an article is offered in a list: <c>headline · source · age</c>.</summary>
internal static class ChoiceLabel
{
    private const int MaxLength = 100;

    public static string Of(StoredArticle stored, DateTimeOffset now)
    {
        var article = stored.Article;
        var tail = string.Concat(new[] { article.Source, Age(now - stored.DatedAt) }.OfType<string>().Select(part => $" · {part}"));
        tail = WordCut.To(tail, MaxLength / 2);
        return WordCut.To(Opening(article), MaxLength - tail.Length) + tail;
    }

    private static string Opening(Article article) =>
        string.Join(
            ' ',
            (article.Headline ?? article.Text[..Math.Min(article.Text.Length, 2 * MaxLength)]).Split(
                (char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Age(TimeSpan age) => age switch
    {
        { TotalMinutes: < 60 } => $"{Math.Max(0, (int)age.TotalMinutes)} min ago",
        { TotalHours: < 48 } => $"{(int)age.TotalHours} h ago",
        { TotalDays: < 730 } => $"{(int)age.TotalDays} days ago",
        _ => $"{(int)(age.TotalDays / 365.25)} years ago",
    };
}
