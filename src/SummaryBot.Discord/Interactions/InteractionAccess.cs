namespace SummaryBot.Discord.Interactions;

/// <summary>Who may use a handler, decided from what Discord says of the person; null where he may, else a sentence for him.</summary>
internal static class InteractionAccess
{
    private static readonly int[] Threads = [10, 11, 12];

    /// <summary>Admin commands: in a server that the bot was added to, by somebody with Manage Server there.</summary>
    public static string? ManageGuild(InteractionPlace place) =>
        place is not { Context: InteractionContext.Guild, GuildId: { } guild } || !string.Equals(place.InstalledGuildId, guild, StringComparison.Ordinal)
            ? "This works only in a server that the bot was added to. Add it to yours, then ask there."
        : !PermissionBits.Has(place.Member, PermissionBits.ManageGuild) ? "For this you need the permission Manage Server here. Ask somebody who has it."
        : null;

    /// <summary>Operator commands: in the operator's own server, by somebody with Manage Server there.</summary>
    /// <param name="ownerGuild">The id of that server; empty where there is none.</param>
    public static string? Operator(InteractionPlace place, string ownerGuild) => ManageGuild(place)
        ?? (string.Equals(place.GuildId, ownerGuild, StringComparison.Ordinal) ? null : "This works only in the server of whoever runs the bot. Ask there.");

    /// <summary>Posting in the channel in one's own name: by somebody who may write there.</summary>
    public static string? Share(InteractionPlace place) => place switch
    {
        { Context: InteractionContext.BotDm } => "Here you are alone with the bot: there is nobody to share this with.",
        { Context: InteractionContext.PrivateChannel } => null,
        _ when !PermissionBits.Has(place.Member, Writing(place)) => "You may not write in this channel, so this cannot be shared here. Choose a channel where you may.",
        { IsOnlyUserInstalled: true } when !PermissionBits.Has(place.Member, PermissionBits.UseExternalApps) =>
            "This server shows the answers of your own apps to you alone. Somebody with Manage Server can add the bot to the server.",
        _ => null,
    };

    private static ulong Writing(InteractionPlace place) => PermissionBits.ViewChannel
        | (place.ChannelType is { } type && Threads.Contains(type) ? PermissionBits.SendMessagesInThreads : PermissionBits.SendMessages);
}
