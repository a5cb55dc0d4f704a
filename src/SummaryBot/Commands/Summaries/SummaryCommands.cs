using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Summarization;

namespace SummaryBot.Commands.Summaries;

/// <summary><c>/summary</c>, its suggestions, and the buttons below cards.</summary>
public sealed class SummaryCommands(SummaryCommand command, SummaryAnswers answers, WholeArticle whole) : ICommandModule
{
    private const string Article = "article";
    private const string Length = "length";
    private const string Sentences = "sentences";
    private const string About = "about";

    public IEnumerable<CommandSpec> Commands =>
    [
        new CommandSpec(
            "summary",
            CommandAudience.Reader,
            [
                new OptionSpec(Article, OptionType.Text) { IsRequired = true, HasAutocomplete = true, Min = 1, Max = 2000 },
                new OptionSpec(Length, OptionType.Text) { Choices = [.. Enum.GetValues<SummaryLength>().Select(ChoiceText.Of)] },
                new OptionSpec(Sentences, OptionType.Integer) { Min = 1, Max = SummaryCommand.MaxSentences },
                new OptionSpec(About, OptionType.Text) { Max = 100 },
                new OptionSpec("show", OptionType.Truth),
            ],
            AnswerAsync)
        {
            IsUserInstallable = true,
            SuggestAsync = SuggestAsync,
            Cooldown = new Cooldown(Most: 10, MostInGuild: 60, TimeSpan.FromMinutes(1), call => PageAddress.TryRead(call.Text(Article)) is not null),
            Example = "https://example.com/harbor --length short",
        },
    ];

    public IEnumerable<ActionSpec> Actions =>
    [
        new ActionSpec(CardButtons.Shorter, ActionAnswer.Update, ShowAsync),
        new ActionSpec(CardButtons.Longer, ActionAnswer.Update, ShowAsync),
        new ActionSpec(CardButtons.Why, ActionAnswer.Private, (call, input, token) => ShowAsync(call, input, why: true, token)),
        new ActionSpec(CardButtons.Share, ActionAnswer.Public, ShowAsync),
        new ActionSpec(CardButtons.Full, ActionAnswer.Private, whole.ShowAsync),
        new ActionSpec(WholeArticle.Turn, ActionAnswer.Update, whole.ShowAsync),
    ];

    private Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellationToken)
    {
        _ = ChoiceText.TryParse<SummaryLength>(call.Text(Length) ?? "medium", out var length);
        return answers.ShowAsync(call, new SummaryRequest(call.Text(Article)!, length, call.Integer(Sentences), call.Text(About)), cancellationToken);
    }

    private async Task<IReadOnlyList<Choice>> SuggestAsync(CommandCall call, TypedOption typed, CancellationToken cancellationToken)
    {
        var found = await command.SuggestAsync(typed.Typed, SummaryAnswers.GuildOf(call), SummaryAnswers.UserOf(call), call.Words, cancellationToken);
        return [.. found.Select(it => new Choice(it.Label, it.ArticleId))];
    }

    private Task<Reply> ShowAsync(CommandCall call, ActionInput input, CancellationToken cancellationToken) => ShowAsync(call, input, why: false, cancellationToken);

    private async Task<Reply> ShowAsync(CommandCall call, ActionInput input, bool why, CancellationToken cancellationToken) =>
        CardState.TryRead(input.Payload) is not { } state ? Reply.Fail(call.Words, ErrorCode.StaleButton)
            : await answers.ShowAsync(call, state.Request with { Why = why }, cancellationToken);
}
