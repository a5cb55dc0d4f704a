using SummaryBot.Commands.Shape;
using SummaryBot.Summarization;

namespace SummaryBot.Commands.Summaries;

/// <summary>The buttons below a card. Messages that are long sent have them, so their kinds stay.</summary>
internal static class CardButtons
{
    public const string Shorter = "less";
    public const string Longer = "more";
    public const string Why = "why";
    public const string Share = "share";
    public const string Full = "full";

    private const int MaxUrl = 512;

    /// <param name="isWhole">Whether the article may be shown whole.</param>
    public static IReadOnlyList<ReplyButton> Of(CommandCall call, SummaryReply.Shown shown, bool isWhole)
    {
        var card = shown.Card;
        IReadOnlyList<ReplyButton> open = card.Url is { } url && url.AbsoluteUri.Length <= MaxUrl ? [ReplyButton.Link(Label("open"), url)] : [];
        if (!shown.IsStored || !CardState.CanHold(card.Asked))
        {
            return open; // the others would find nothing, or forget the question
        }

        var state = new CardState(card.ArticleId, card.Length ?? SummaryLength.Medium, card.Length is null ? card.SentencesAsked : null, card.Asked);
        return
        [
            .. open,
            .. card.Length is { } length ? new[] { Other("shorter", Shorter, length - 1), Other("longer", Longer, length + 1) } : [],
            .. card.Asked is null ? [new ReplyButton(Label("why"), Why, state.Payload) { IsForAll = true }] : Array.Empty<ReplyButton>(), // what answers a question was chosen because it does
            .. isWhole ? [new ReplyButton(Label("full"), Full, card.ArticleId) { IsForAll = true }] : Array.Empty<ReplyButton>(),
            .. call is { IsPrivate: true, MayShare: true } ? [new ReplyButton(Label("share"), Share, state.Payload)] : Array.Empty<ReplyButton>(),
        ];

        string Label(string name) => call.Words.Plain($"summary.button.{name}");

        ReplyButton Other(string label, string kind, SummaryLength other) =>
            new(Label(label), kind, (Enum.IsDefined(other) ? state with { Length = other } : state).Payload) { IsDisabled = !Enum.IsDefined(other) };
    }
}
