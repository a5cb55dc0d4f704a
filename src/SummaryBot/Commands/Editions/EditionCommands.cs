using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Digests.Feedback;
using SummaryBot.Digests.Kinds;
using SummaryBot.Digests.Selection;
using SummaryBot.Language;

namespace SummaryBot.Commands.Editions;

/// <summary>What stands below an edition, with the menu and the button of its answers, and "Why is this here?" in the menu of its message.</summary>
public sealed class EditionCommands(
    SentStore editions, ReaderFeedback feedback, EditionReasons reasons, StopButton stop, EditionCopies copies, ArticleCards cards) : ICommandModule
{
    /// <summary>What the menu of opinions remembers beside the edition.</summary>
    private const string IsUseful = "1";
    private const string IsNot = "0";

    /// <summary>A copy is a message to Discord each time.</summary>
    private static readonly Cooldown CopyCooldown = new(5, 60, TimeSpan.FromMinutes(1));

    public IEnumerable<CommandSpec> Commands => [new CommandSpec("why", CommandAudience.Reader, [], WhyMessageAsync) { IsOnMessage = true }];

    public IEnumerable<ActionSpec> Actions =>
    [
        On(EditionControls.Why, ActionAnswer.Private, async (call, state, _, token) => EditionTexts.Why(await reasons.OfAsync(state.Edition, token), call.Words)),
        On(EditionControls.Useful, ActionAnswer.Private, (call, state, _, token) => AskAsync(call, state, useful: true, token)),
        On(EditionControls.NotUseful, ActionAnswer.Private, (call, state, _, token) => AskAsync(call, state, useful: false, token)),
        On(EditionControls.Stop, ActionAnswer.Private, async (call, state, _, token) =>
            EditionTexts.Stopped(await stop.PressAsync(state.Edition, call.UserId, token), call.UserId, call.Words)),
        On(EditionControls.Choose, ActionAnswer.Update, SayAsync),
        On(EditionControls.TakeBack, ActionAnswer.Update, TakeBackAsync),
        On(EditionControls.Read, ActionAnswer.Private, ReadAsync),
        On(EditionControls.Direct, ActionAnswer.Private, (call, state, _, token) => copies.SendAsync(call, state.Edition, token)) with { Cooldown = CopyCooldown },
    ];

    private static ActionSpec On(string kind, ActionAnswer answer, Func<CommandCall, EditionState, ActionInput, CancellationToken, Task<Reply>> then) =>
        new(kind, answer, (call, input, token) => EditionState.TryRead(input.Payload) is { } state
            ? then(call, state, input, token)
            : Task.FromResult(Reply.Fail(call.Words, ErrorCode.StaleButton)));

    /// <summary>A digest that came through a webhook is the bot's too, whoever its message says wrote it.</summary>
    private async Task<Reply> WhyMessageAsync(CommandCall call, CancellationToken cancellationToken) =>
        call.Message is { } message && await editions.FindMessageAsync($"{ChannelAddress.Discord}:{message.ChannelId}", message.Id, cancellationToken) is { } sent
            ? EditionTexts.Why(await reasons.OfAsync(new EditionKey(sent.DigestId, sent.DueLocal), cancellationToken), call.Words)
            : Reply.Fail(call.Words, ErrorCode.NotADigest);

    private async Task<Reply> AskAsync(CommandCall call, EditionState state, bool useful, CancellationToken cancellationToken)
    {
        var words = call.Words;
        return await feedback.StoriesAsync(state.Edition, cancellationToken) switch
        {
            null => Reply.Fail(words, ErrorCode.EditionForgotten),
            [] => Reply.Fail(words, ErrorCode.NoOutlets),
            var stories => new Reply
            {
                Title = words.Of(useful ? "edition.which.useful" : "edition.which.notUseful"),
                Note = EditionTexts.Rule(words),
                Menus =
                [
                    new ReplyMenu(
                        EditionControls.Choose,
                        (state with { More = useful ? IsUseful : IsNot }).Payload,
                        words.Plain("edition.choose"),
                        [.. stories.Take(25).Select(it => EditionControls.Option(it.Number, it.Story))]),
                ],
            },
        };
    }

    private async Task<Reply> SayAsync(CommandCall call, EditionState state, ActionInput input, CancellationToken cancellationToken)
    {
        var article = input.Values is [var chosen, ..] ? chosen : "";
        var useful = string.Equals(state.More, IsUseful, StringComparison.Ordinal);
        var reply = Say(await feedback.SayAsync(state.Edition, article, call.UserId, useful, cancellationToken), call.Words);
        return reply.Error is not null ? reply
            : reply with { Buttons = [new ReplyButton(call.Words.Plain("edition.takeBack"), EditionControls.TakeBack, (state with { More = article }).Payload)] };
    }

    private async Task<Reply> TakeBackAsync(CommandCall call, EditionState state, ActionInput input, CancellationToken cancellationToken) =>
        Say(await feedback.TakeBackAsync(state.Edition, state.More, call.UserId, cancellationToken), call.Words);

    private static Reply Say(FeedbackReply reply, Words words) => reply switch
    {
        FeedbackReply.Noted(var outlet, var points) => Reply.Say(words.Of("edition.noted", ("standing", EditionTexts.Standing(outlet, points, words)))),
        FeedbackReply.TakenBack(var outlet, var points) => Reply.Say(words.Of("edition.takenBack", ("standing", EditionTexts.Standing(outlet, points, words)))),
        FeedbackReply.NoSuchStory => Reply.Fail(words, ErrorCode.StoryNotShown),
        _ => Reply.Fail(words, ErrorCode.EditionForgotten),
    };

    private async Task<Reply> ReadAsync(CommandCall call, EditionState state, ActionInput input, CancellationToken cancellationToken)
    {
        if (await editions.FindAsync(state.Edition.DigestId, state.Edition.DueLocal, cancellationToken) is not { } sent)
        {
            return Reply.Fail(call.Words, ErrorCode.EditionForgotten);
        }

        return input.Values is [var article, ..] && sent.Message.Stories.Any(story => string.Equals(story.ArticleId, article, StringComparison.Ordinal))
            ? await cards.AnswerAsync(call, article, cancellationToken)
            : Reply.Fail(call.Words, ErrorCode.StoryNotShown);
    }
}
