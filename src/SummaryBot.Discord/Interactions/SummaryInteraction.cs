using System.Text.Json.Nodes;
using SummaryBot.Commands;
using SummaryBot.Digests;
using SummaryBot.Summarization;

namespace SummaryBot.Discord.Interactions;

/// <summary><c>/summary</c>, its suggestions and its buttons.</summary>
internal sealed class SummaryInteraction(SummaryCommand command, InteractionReplies replies, ComponentKey key, TimeProvider time) : IInteractionModule
{
    public const string Show = "show";

    private const string Summary = "summary";
    private const string Article = "article";
    private const string Length = "length";
    private const string Sentences = "sentences";
    private const string About = "about";

    /// <summary>Discord waits three seconds for suggestions.</summary>
    private static readonly TimeSpan SuggestWithin = TimeSpan.FromSeconds(2.5);

    public IEnumerable<JsonObject> Commands
    {
        get
        {
            var length = CommandJson.Option($"{Summary}.{Length}", "How much of it; medium unless told", InteractionOptions.TextType);
            length["choices"] = new JsonArray(
                [.. Enum.GetValues<SummaryLength>().Select(ChoiceText.Of).Select(name => CommandJson.Choice(name, $"{Summary}.{Length}.{name}"))]);
            var sentences = CommandJson.Option($"{Summary}.{Sentences}", "How many sentences, instead of a length", InteractionOptions.IntegerType);
            (sentences["min_value"], sentences["max_value"]) = (1, SummaryCommand.MaxSentences);
            var about = CommandJson.Option($"{Summary}.{About}", "Only what is about this: a word, a name or a question", InteractionOptions.TextType);
            about["max_length"] = 100;
            var article = CommandJson.Option($"{Summary}.{Article}", "Type words of the article and choose it from the list", InteractionOptions.TextType);
            (article["required"], article["autocomplete"], article["min_length"], article["max_length"]) = (true, true, 1, 200);
            var show = CommandJson.Option($"{Summary}.{Show}", "Show the answer to everybody here, not to you alone", InteractionOptions.TruthType);
            yield return CommandJson.Slash(Summary, "A summary of one article: whole sentences, word for word", article, length, sentences, about, show);
        }
    }

    public IEnumerable<InteractionRoute> Routes =>
    [
        InteractionRoute.Command(Summary, FirstAnswer.PrivateUnlessShown, AnswerAsync),
        InteractionRoute.Typing(Summary, SuggestAsync),
        InteractionRoute.Component(CardButtons.Shorter, FirstAnswer.Update, ShowAsync),
        InteractionRoute.Component(CardButtons.Longer, FirstAnswer.Update, ShowAsync),
        InteractionRoute.Component(CardButtons.Why, FirstAnswer.Private, ShowAsync),
        InteractionRoute.Component(CardButtons.Share, FirstAnswer.Public, ShowAsync) with { Access = InteractionAccess.Share },
    ];

    private Task AnswerAsync(Interaction interaction, Asked.Command asked, CancellationToken cancellationToken)
    {
        var options = asked.Options;
        _ = ChoiceText.TryParse<SummaryLength>(options.Text(Length) ?? "medium", out var length);
        var request = new SummaryRequest(
            options.Text(Article) ?? "", length, options.Integer(Sentences) is { } number ? (int)Math.Clamp(number, -1, int.MaxValue) : null, options.Text(About));
        return ShowAsync(interaction, request, isPrivate: interaction.State.First == FirstAnswer.Private, cancellationToken);
    }

    private async Task SuggestAsync(Interaction interaction, Asked.Typing asked, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = time.CreateTimer(_ => limit.Cancel(), null, SuggestWithin, Timeout.InfiniteTimeSpan);
        var found = await command.SuggestAsync(asked.Typed, interaction.Place.InstalledGuildId ?? "", limit.Token);
        await replies.ChooseAsync(interaction, found.Select(choice => (choice.Label, choice.ArticleId)), cancellationToken);
    }

    private Task ShowAsync(Interaction interaction, Asked.Component asked, ComponentId id, CancellationToken cancellationToken)
    {
        if (CardState.TryRead(id.Payload) is not { } state)
        {
            return replies.FailAsync(interaction, "This button is from an older version of the bot. Type /summary to get a new one.", cancellationToken);
        }

        var request = state.Request with { Why = string.Equals(id.Kind, CardButtons.Why, StringComparison.Ordinal) };
        var isPrivate = interaction.State.First == FirstAnswer.Update && interaction.IsOnPrivateMessage;
        return ShowAsync(interaction, request, isPrivate, cancellationToken);
    }

    private async Task ShowAsync(Interaction interaction, SummaryRequest request, bool isPrivate, CancellationToken cancellationToken)
    {
        switch (await command.AnswerAsync(request with { Guild = interaction.Place.InstalledGuildId ?? "" }, cancellationToken))
        {
            case SummaryReply.Shown(var card) when request.Why:
                await replies.EditAsync(interaction, WhyRenderer.Render(card), cancellationToken);
                break;
            case SummaryReply.Shown(var card):
                var buttons = CardButtons.For(interaction, await key.LoadAsync(cancellationToken), isPrivate);
                await replies.EditAsync(interaction, CardRenderer.Render(card, buttons), cancellationToken);
                break;
            case SummaryReply.NotFound(var message):
                await replies.FailAsync(interaction, message, cancellationToken);
                break;
        }
    }
}
