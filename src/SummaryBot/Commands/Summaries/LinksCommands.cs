using SummaryBot.Commands.Shape;
using SummaryBot.Language;
using SummaryBot.Summarization;

namespace SummaryBot.Commands.Summaries;

/// <summary>
/// "Summarise links" in the menu of a message: private summaries of the pages that it links to. Chats hand over the message that was chosen, so the bot reads no others, and
/// nothing of it is kept but the articles behind its links.
/// </summary>
public sealed class LinksCommands(SummaryAnswers answers) : ICommandModule
{
    private const string Pick = "pick";
    private const int Most = 5;
    private const int MaxAddress = 200;

    public IEnumerable<CommandSpec> Commands =>
    [
        new CommandSpec("links", CommandAudience.Reader, [], AnswerAsync)
        {
            IsOnMessage = true,
            IsUserInstallable = true,
            Cooldown = new Cooldown(Most: 4, MostInGuild: 24, TimeSpan.FromMinutes(1)), // five pages each
        },
    ];

    public IEnumerable<ActionSpec> Actions => [new ActionSpec(Pick, ActionAnswer.Private, ChooseAsync)];

    private async Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var links = (call.Message?.Links ?? []).Take(Most).ToList();
        var found = await Task.WhenAll(links.Select(link => answers.FindAsync(call, new SummaryRequest(link.AbsoluteUri, SummaryLength.Medium, Sentences: null), cancellationToken)));
        var shown = found.OfType<SummaryReply.Shown>().DistinctBy(it => it.Card.ArticleId, StringComparer.Ordinal).ToList();
        var failed = links.Zip(found).Where(it => it.Second is SummaryReply.Failed).Select(it => (it.First, (SummaryReply.Failed)it.Second)).ToList();
        return (shown, failed) switch
        {
            ([], []) => Reply.Fail(call.Words, ErrorCode.NoLinks),
            ([], [var (_, only)]) => Reply.Fail(call.Words, only.Code, [.. only.Values]),
            ([], _) => Missing(call.Words, failed) with { Error = failed[0].Item2.Code },
            ([var only], _) => await answers.ReplyAsync(call, only, cancellationToken) with { More = failed.Count > 0 ? [Missing(call.Words, failed)] : [] },
            _ => await MenuAsync(call, shown, failed, cancellationToken),
        };
    }

    /// <summary>What is stored is offered for a choice; what cannot be kept is shown at once.</summary>
    private async Task<Reply> MenuAsync(CommandCall call, List<SummaryReply.Shown> shown, List<(Uri Link, SummaryReply.Failed Why)> failed, CancellationToken cancellationToken)
    {
        var stored = shown.Where(it => it.IsStored).Select(it => it.Card).ToList();
        var more = new List<Reply>();
        foreach (var unkept in shown.Where(it => !it.IsStored))
        {
            more.Add(await answers.ReplyAsync(call, unkept, cancellationToken));
        }

        return new Reply
        {
            Title = call.Words.Of("links.title", ("count", shown.Count)),
            Lines = [call.Words.Of("links.choose"), .. failed.Count > 0 ? Missing(call.Words, failed).Lines : []],
            Menus = stored.Count == 0 ? [] : [new ReplyMenu(Pick, "", call.Words.Plain("links.menu"), [.. stored.Select(Option)]) { Max = stored.Count }],
            More = more,
        };
    }

    private static MenuOption Option(SummaryCard card) => new(card.Headline, card.ArticleId, card.Source);

    private async Task<Reply> ChooseAsync(CommandCall call, ActionInput input, CancellationToken cancellationToken)
    {
        var replies = new List<Reply>();
        foreach (var id in input.Values.Distinct(StringComparer.Ordinal).Take(Most))
        {
            replies.Add(await answers.ShowAsync(call, id, cancellationToken));
        }

        return replies is [var first, .. var more] ? first with { More = more } : Reply.Fail(call.Words, ErrorCode.NoLinks);
    }

    private static Reply Missing(Words words, List<(Uri Link, SummaryReply.Failed Why)> failed) => new()
    {
        Lines =
        [
            ReplyText.Strong(words.Plain("links.missing")),
            .. failed.Select(it => ReplyText.Join(" — ", [Short(it.Link), words.Of($"error.{it.Why.Code}.cause", [.. it.Why.Values])])),
        ],
    };

    /// <summary>Other people's addresses are shown as they are, not as links.</summary>
    private static string Short(Uri link) => link.AbsoluteUri is { Length: > MaxAddress } address ? $"{address[..MaxAddress]}…" : link.AbsoluteUri;
}
