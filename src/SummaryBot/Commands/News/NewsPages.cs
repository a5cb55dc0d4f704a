using System.Globalization;
using SummaryBot.Commands.Shape;
using SummaryBot.Language;

namespace SummaryBot.Commands.News;

/// <summary>Shows a list page by page, with a button back, one to the next and a menu of the articles on it.</summary>
internal sealed class NewsPages(NewsListStore store)
{
    public const string Turn = "npage";
    public const string Read = "nread";

    private const int MostLines = 8;

    /// <summary>UTF-16 units of a page's lines, markup guessed: with title, notes and page well below what a message holds.</summary>
    private const int MaxCost = 3000;

    /// <param name="page">0 is the first; one beyond the end shows the last.</param>
    public async Task<Reply> ShowAsync(CommandCall call, NewsQuery query, NewsList list, int page, CancellationToken cancellationToken)
    {
        if (call.Channel is null || list.Lines.Count == 0)
        {
            return new Reply { Title = list.Title, Lines = [.. list.Lines.Select(line => line.Text)], Note = list.Note };
        }

        var pages = Cut(list.Lines);
        var at = Math.Clamp(page, 0, pages.Count - 1);
        return new Reply
        {
            Title = list.Title,
            Lines = [.. pages[at].Select(line => line.Text)],
            Note = Note(call.Words, list, at, pages.Count),
            Buttons = pages.Count == 1 ? [] : Buttons(call.Words, await store.KeepAsync(query, cancellationToken), at, pages.Count),
            Menus = Menu(call, pages[at]) is { } menu ? [menu] : [],
        };
    }

    /// <summary>The key of a query and the page that a button leads to; null where the payload is none.</summary>
    public static (string Key, int Page)? TryRead(string payload) =>
        payload.Split('.') is [var key, var page] && int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (key, number) : null;

    private static ReplyText? Note(Words words, NewsList list, int at, int pages)
    {
        ReplyText?[] parts = [list.Note, pages == 1 ? null : words.Of("news.page", ("page", at + 1), ("pages", pages), ("count", list.Lines.Count))];
        return parts.OfType<ReplyText>().ToList() is { Count: > 0 } notes ? ReplyText.Join(" ", notes) : null;
    }

    private static IReadOnlyList<ReplyButton> Buttons(Words words, string key, int at, int pages) =>
    [
        new ReplyButton(words.Plain("news.back"), Turn, Payload(key, Math.Max(at - 1, 0))) { IsDisabled = at == 0 },
        new ReplyButton(words.Plain("news.next"), Turn, Payload(key, Math.Min(at + 1, pages - 1))) { IsDisabled = at == pages - 1 },
    ];

    /// <summary>Below a list that all see, each may read on alone.</summary>
    private static ReplyMenu? Menu(CommandCall call, IEnumerable<NewsLine> lines)
    {
        var articles = lines.Select(line => line.Article).OfType<Articles.StoredArticle>().DistinctBy(it => it.Article.Id, StringComparer.Ordinal);
        MenuOption[] options = [.. articles.Select(it => ArticleEntry.Option(it, call.Words))];
        return options.Length == 0 ? null : new ReplyMenu(Read, "", call.Words.Plain("news.read"), options) { IsForAll = !call.IsPrivate };
    }

    private static List<List<NewsLine>> Cut(IReadOnlyList<NewsLine> lines)
    {
        var pages = new List<List<NewsLine>> { new() };
        var left = MaxCost;
        foreach (var line in lines)
        {
            left -= Cost(line.Text);
            if (pages[^1].Count == MostLines || (left < 0 && pages[^1].Count > 0))
            {
                pages.Add([]);
                left = MaxCost - Cost(line.Text);
            }

            pages[^1].Add(line);
        }

        return pages;
    }

    /// <summary>What is neither letter, digit nor space may be escaped.</summary>
    private static int Cost(ReplyText text) => text.Parts.Sum(part => part switch
    {
        ReplyPart.Link(var label, var address) => Escaped(label) + Escaped(address.AbsoluteUri),
        ReplyPart.Plain(var words) => Escaped(words),
        ReplyPart.Strong(var words) => Escaped(words),
        _ => 20,
    });

    private static int Escaped(string text) => text.Length + text.Count(c => !char.IsLetterOrDigit(c) && c != ' ');

    private static string Payload(string key, int page) => string.Create(CultureInfo.InvariantCulture, $"{key}.{page}");
}
