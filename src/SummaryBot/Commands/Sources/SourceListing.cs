using System.Globalization;
using SummaryBot.Commands.Shape;
using SummaryBot.Language;
using SummaryBot.Sources;

namespace SummaryBot.Commands.Sources;

/// <summary><c>/source list</c> and <c>/source show</c>.</summary>
public sealed class SourceListing(SubscriptionStore subscriptions, SourceArticles articles)
{
    public const string Page = "slist";

    private const int PerPage = 15;

    public Task<Reply> ListAsync(CommandCall call, CancellationToken cancellationToken) => ListAsync(call, page: 0, cancellationToken);

    public Task<Reply> TurnAsync(CommandCall call, ActionInput input, CancellationToken cancellationToken) =>
        ListAsync(call, int.TryParse(input.Payload, CultureInfo.InvariantCulture, out var page) ? page : 0, cancellationToken);

    public async Task<Reply> ShowAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var name = call.Text("source") ?? "";
        return await subscriptions.FindAsync(call.Guild, name, cancellationToken) is not { } source ? Reply.Fail(call.Words, ErrorCode.NoSuchSource, ("name", name))
            : new Reply { Title = source.Name, Lines = [.. SourceText.Details(call.Words, source), .. await NewestAsync(call.Words, source, cancellationToken)] };
    }

    private async Task<Reply> ListAsync(CommandCall call, int page, CancellationToken cancellationToken)
    {
        var all = await subscriptions.ListAsync(call.Guild, cancellationToken);
        if (all.Count == 0)
        {
            return Reply.Say(call.Words.Of("source.list.empty"));
        }

        var pages = (all.Count + PerPage - 1) / PerPage;
        page = Math.Clamp(page, 0, pages - 1);
        return new Reply
        {
            Title = call.Words.Of("source.list.title", ("count", all.Count)),
            Lines = [.. all.Skip(page * PerPage).Take(PerPage).Select(it => SourceText.Line(call.Words, it))],
            Note = pages == 1 ? null : call.Words.Of("source.list.page", ("page", page + 1), ("pages", pages)),
            Buttons = pages == 1 ? [] :
            [
                new ReplyButton(call.Words.Plain("source.page.previous"), Page, $"{page - 1}") { IsDisabled = page == 0 },
                new ReplyButton(call.Words.Plain("source.page.next"), Page, $"{page + 1}") { IsDisabled = page == pages - 1 },
            ],
        };
    }

    private async Task<IReadOnlyList<ReplyText>> NewestAsync(Words words, SubscriptionRecord source, CancellationToken cancellationToken)
    {
        var (week, newest) = await articles.OfAsync(source.SourceId, cancellationToken);
        return newest is null ? [words.Of("source.show.articles", ("count", week))]
            : [words.Of("source.show.articles", ("count", week)), words.Of("source.show.newest", ("headline", newest.Headline), ("time", newest.At))];
    }
}
