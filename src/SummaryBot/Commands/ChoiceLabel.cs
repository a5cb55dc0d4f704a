using SummaryBot.Articles;
using SummaryBot.Language;

namespace SummaryBot.Commands;

/// <summary>How an article is offered in a list: <c>headline · source · age</c>.</summary>
internal static class ChoiceLabel
{
    private const int MaxLength = 100;

    public static string Of(StoredArticle stored, DateTimeOffset now, Words words)
    {
        var article = stored.Article;
        var tail = string.Concat(new[] { article.Source, Age(now - stored.DatedAt, words) }.OfType<string>().Select(part => $" · {part}"));
        tail = WordCut.To(tail, MaxLength / 2);
        return WordCut.To(Opening(article), MaxLength - tail.Length) + tail;
    }

    private static string Opening(Article article) =>
        string.Join(
            ' ',
            (article.Headline ?? article.Text[..Math.Min(article.Text.Length, 2 * MaxLength)]).Split(
                (char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Age(TimeSpan age, Words words) => age switch
    {
        { TotalMinutes: < 60 } => words.Plain("card.age.minutes", ("count", Math.Max(0, (int)age.TotalMinutes))),
        { TotalHours: < 48 } => words.Plain("card.age.hours", ("count", (int)age.TotalHours)),
        { TotalDays: < 730 } => words.Plain("card.age.days", ("count", (int)age.TotalDays)),
        _ => words.Plain("card.age.years", ("count", (int)(age.TotalDays / 365.25))),
    };
}
