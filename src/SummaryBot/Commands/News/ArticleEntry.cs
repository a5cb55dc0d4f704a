using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Language;

namespace SummaryBot.Commands.News;

/// <summary>How an article stands in a list.</summary>
internal static class ArticleEntry
{
    private const int MaxHeadline = 110;

    /// <summary>Longer addresses would leave no room for others.</summary>
    private const int MaxAddress = 500;

    /// <summary><c>3. headline · source · time</c>, the headline a link where there is an address.</summary>
    public static NewsLine Of(int number, StoredArticle stored, Words words) => new(
        words.Of(
            "news.entry",
            ("number", number),
            ("article", Linked(stored.Article, Headline(stored.Article))),
            ("facts", ReplyText.Join(" · ", [SourceOf(stored.Article, words), new ReplyText([new ReplyPart.Time(stored.DatedAt)])]))),
        stored);

    public static ReplyText Linked(Article article, string label) =>
        article.Url is { } url && url.AbsoluteUri.Length <= MaxAddress ? ReplyText.Link(label, url) : ReplyText.Strong(label);

    public static string SourceOf(Article article, Words words) =>
        Printable.Of(article.Source ?? "").Trim() is { Length: > 0 } source ? WordCut.To(source, Excerpt.MaxSource) : words.Plain("news.noSource");

    /// <summary>In a list to choose from.</summary>
    public static string Label(StoredArticle stored, Words words) => $"{Headline(stored.Article)} · {SourceOf(stored.Article, words)}";

    /// <summary>In a menu.</summary>
    public static MenuOption Option(StoredArticle stored, Words words) => new(Headline(stored.Article), stored.Article.Id, SourceOf(stored.Article, words));

    /// <summary>As published or, where there is none, how the text begins; one line, cut at a word.</summary>
    private static string Headline(Article article) => WordCut.To(
        string.Join(' ', Printable.Of(article.Headline ?? article.Text[..Math.Min(article.Text.Length, 2 * MaxHeadline)]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        MaxHeadline);
}
