using System.Text.Json.Nodes;
using SummaryBot.Digests.Feedback;
using SummaryBot.Digests.Kinds;
using SummaryBot.Digests.Selection;

namespace SummaryBot.Discord.Interactions;

/// <summary>The buttons below an edition, and the menu and the button of their answers. Only the person who pressed sees and uses those.</summary>
internal sealed class EditionInteraction(
    ReaderFeedback feedback, EditionReasons reasons, StopButton stop, InteractionReplies replies, ComponentKey key) : IInteractionModule
{
    private const string Choose = "esay";
    private const string TakeBack = "eback";

    /// <summary>What the menu remembers beside the edition.</summary>
    private const string IsUseful = "1";
    private const string IsNot = "0";

    public IEnumerable<JsonObject> Commands => [];

    public IEnumerable<InteractionRoute> Routes =>
    [
        On(EditionButtons.Why, FirstAnswer.Private, WhyAsync),
        On(EditionButtons.Useful, FirstAnswer.Private, (interaction, _, state, token) => AskAsync(interaction, state, useful: true, token)),
        On(EditionButtons.NotUseful, FirstAnswer.Private, (interaction, _, state, token) => AskAsync(interaction, state, useful: false, token)),
        On(EditionButtons.Stop, FirstAnswer.Private, StopAsync),
        On(Choose, FirstAnswer.Update, SayAsync),
        On(TakeBack, FirstAnswer.Update, TakeBackAsync),
    ];

    private InteractionRoute On(string kind, FirstAnswer first, Func<Interaction, Asked.Component, EditionState, CancellationToken, Task> answer) =>
        InteractionRoute.Component(kind, first, (interaction, asked, id, token) => EditionState.TryRead(id.Payload) is { } state
            ? answer(interaction, asked, state, token)
            : replies.FailAsync(interaction, "This button is from another version of the bot, which cannot be read here. Press one below a newer edition.", token));

    private async Task WhyAsync(Interaction interaction, Asked.Component asked, EditionState state, CancellationToken cancellationToken)
    {
        var why = await reasons.OfAsync(state.Edition, cancellationToken);
        await (why is var (lines, note)
            ? replies.EditAsync(interaction, WhyRenderer.Render(EditionReasons.Title, lines, note), cancellationToken)
            : replies.EditAsync(interaction, FeedbackText.Forgotten, cancellationToken));
    }

    private async Task AskAsync(Interaction interaction, EditionState state, bool useful, CancellationToken cancellationToken)
    {
        switch (await feedback.StoriesAsync(state.Edition, cancellationToken))
        {
            case null:
                await replies.EditAsync(interaction, FeedbackText.Forgotten, cancellationToken);
                break;
            case []:
                await replies.EditAsync(interaction, FeedbackText.NoStories, cancellationToken);
                break;
            case var stories:
                var menu = await IdAsync(interaction, Choose, state with { More = useful ? IsUseful : IsNot }, cancellationToken);
                await replies.EditAsync(interaction, FeedbackRenderer.Ask(useful, stories, menu), cancellationToken);
                break;
        }
    }

    private async Task StopAsync(Interaction interaction, Asked.Component asked, EditionState state, CancellationToken cancellationToken) =>
        await replies.EditAsync(interaction, await stop.PressAsync(state.Edition, interaction.UserId, cancellationToken), cancellationToken);

    private async Task SayAsync(Interaction interaction, Asked.Component asked, EditionState state, CancellationToken cancellationToken)
    {
        var article = asked.Values is [var chosen, ..] ? chosen : "";
        var useful = string.Equals(state.More, IsUseful, StringComparison.Ordinal);
        var reply = await feedback.SayAsync(state.Edition, article, interaction.UserId, useful, cancellationToken);
        var takeBack = reply is FeedbackReply.Noted ? await IdAsync(interaction, TakeBack, state with { More = article }, cancellationToken) : null;
        await replies.EditAsync(interaction, FeedbackRenderer.Say(reply.Text, takeBack), cancellationToken);
    }

    private async Task TakeBackAsync(Interaction interaction, Asked.Component asked, EditionState state, CancellationToken cancellationToken)
    {
        var reply = await feedback.TakeBackAsync(state.Edition, state.More, interaction.UserId, cancellationToken);
        await replies.EditAsync(interaction, FeedbackRenderer.Say(reply.Text, takeBack: null), cancellationToken);
    }

    /// <summary>Of what only this person may use.</summary>
    private async Task<string> IdAsync(Interaction interaction, string kind, EditionState state, CancellationToken cancellationToken) =>
        (await key.LoadAsync(cancellationToken)).Write(new ComponentId(kind, interaction.UserId, state.Payload));
}
