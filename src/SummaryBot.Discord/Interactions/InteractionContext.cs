namespace SummaryBot.Discord.Interactions;

internal enum InteractionContext
{
    Guild = 0,
    BotDm = 1,

    /// <summary>A direct or group message without the bot.</summary>
    PrivateChannel = 2,
}
