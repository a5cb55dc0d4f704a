using System.Text.Json.Nodes;
using SummaryBot.Discord.Interactions;

namespace SummaryBot.Discord.Tests.Interactions;

/// <summary>Commands of a test: one that only admins may use, and one that does what the test says.</summary>
internal sealed class TestModule(InteractionReplies replies, TestModule.Behavior behavior) : IInteractionModule
{
    public const string Admin = "test delete";
    public const string Free = "free";
    public const string Form = "form";

    public IEnumerable<JsonObject> Commands => [];

    public IEnumerable<InteractionRoute> Routes =>
    [
        InteractionRoute.Command(Admin, FirstAnswer.Private, AdminAsync) with { Access = InteractionAccess.ManageGuild },
        InteractionRoute.Component(Free, FirstAnswer.Update, (interaction, _, _, token) => behavior.Answer(replies, interaction, token)) with { Access = InteractionAccess.ManageGuild },
        InteractionRoute.Command(Free, FirstAnswer.Private, (interaction, _, token) => behavior.Answer(replies, interaction, token)),
        InteractionRoute.Command(Form, FirstAnswer.None, (interaction, _, token) => behavior.Answer(replies, interaction, token)),
        InteractionRoute.Modal(Form, FirstAnswer.Private, (interaction, asked, id, token) =>
            replies.EditAsync(interaction, $"{id.Payload} {string.Join(' ', asked.Fields["days"])}", token)),
    ];

    private Task AdminAsync(Interaction interaction, Asked.Command asked, CancellationToken cancellationToken)
    {
        behavior.Changes++;
        return replies.EditAsync(interaction, "Deleted.", cancellationToken);
    }

    /// <summary>What the test says, and what was done.</summary>
    internal sealed class Behavior
    {
        public int Changes { get; set; }

        public Func<InteractionReplies, Interaction, CancellationToken, Task> Answer { get; set; } =
            (replies, interaction, token) => replies.EditAsync(interaction, "Done.", token);
    }
}
