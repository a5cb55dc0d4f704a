using System.Globalization;
using SummaryBot.Articles;
using SummaryBot.Commands.Shape;
using SummaryBot.Language;

namespace SummaryBot.Commands.Summaries;

/// <summary>Shows an article whole, page by page, where its source's setting allows it.</summary>
public sealed class WholeArticle(SummaryCommand command, ArticleSight sight)
{
    public const string Turn = "fpage";

    /// <param name="input">Its payload is an article's id and, behind a dot, the number of a page from 0; the first where there is none.</param>
    public async Task<Reply> ShowAsync(CommandCall call, ActionInput input, CancellationToken cancellationToken)
    {
        var (id, asked) = input.Payload.Split('.', 2) is [var before, var after] ? (before, after) : (input.Payload, "0");
        if (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return Reply.Fail(call.Words, ErrorCode.StaleButton);
        }

        var guild = SummaryAnswers.GuildOf(call);
        return await command.FindAsync(id, guild, SummaryAnswers.UserOf(call), cancellationToken) is not { } stored ? Reply.Fail(call.Words, ErrorCode.NoSuchArticle, ("asked", id))
            : stored.GoneAt is not null ? Reply.Fail(call.Words, ErrorCode.ArticleWithdrawn)
            : !await sight.IsWholeAsync(id, guild, cancellationToken) ? Reply.Fail(call.Words, ErrorCode.NoFullText)
            : Page(call, stored.Article, number);
    }

    private static Reply Page(CommandCall call, Article article, int asked)
    {
        var pages = ArticlePages.Of(article.Text, article.Language);
        var number = Math.Min(asked, pages.Count - 1);
        return new Reply
        {
            Title = WordCut.To(article.Headline ?? article.Source ?? article.Id, Excerpt.MaxHeadline),
            Lines = [.. pages[number].Select(ReplyText.FromString)],
            Note = call.Words.Of("summary.full.page", ("page", number + 1), ("pages", pages.Count)),
            Buttons = pages.Count == 1 ? [] : [Button("previous", number - 1), Button("next", number + 1)],
        };

        // a button that leads nowhere still needs an id that no other has
        ReplyButton Button(string label, int page) => new(
            call.Words.Plain($"summary.button.{label}"), Turn, string.Create(CultureInfo.InvariantCulture, $"{article.Id}.{Math.Max(0, page == -1 ? pages.Count : page)}"))
        {
            IsDisabled = page < 0 || page >= pages.Count,
        };
    }
}
