using SummaryBot.Commands.Shape;

namespace SummaryBot.Discord.Interactions;

/// <summary>Who may use a handler, decided from what Discord says of the person; null where he may.</summary>
internal static class InteractionAccess
{
    private static readonly int[] Threads = [10, 11, 12];

    /// <summary>Admin commands: in a server that the bot was added to, by somebody with Manage Server there.</summary>
    public static ErrorCode? ManageGuild(InteractionPlace place) =>
        place is not { Context: InteractionContext.Guild, GuildId: { } guild } || !string.Equals(place.InstalledGuildId, guild, StringComparison.Ordinal)
            ? ErrorCode.NotInGuild
        : !PermissionBits.Has(place.Member, PermissionBits.ManageGuild) ? ErrorCode.NeedsManageGuild
        : null;

    /// <summary>Operator commands: in the operator's own server, by somebody with Manage Server there.</summary>
    /// <param name="ownerGuild">The id of that server; empty where there is none.</param>
    public static ErrorCode? Operator(InteractionPlace place, string ownerGuild) => ManageGuild(place)
        ?? (string.Equals(place.GuildId, ownerGuild, StringComparison.Ordinal) ? null : ErrorCode.OperatorOnly);

    /// <summary>Posting in the channel in one's own name: by somebody who may write there.</summary>
    public static ErrorCode? Share(InteractionPlace place) => place switch
    {
        { Context: InteractionContext.BotDm } => ErrorCode.NobodyToShareWith,
        { Context: InteractionContext.PrivateChannel } => null,
        _ when !PermissionBits.Has(place.Member, Writing(place)) => ErrorCode.MayNotShare,
        { IsOnlyUserInstalled: true } when !PermissionBits.Has(place.Member, PermissionBits.UseExternalApps) => ErrorCode.OnlyOwnApp,
        _ => null,
    };

    private static ulong Writing(InteractionPlace place) => PermissionBits.ViewChannel
        | (place.ChannelType is { } type && Threads.Contains(type) ? PermissionBits.SendMessagesInThreads : PermissionBits.SendMessages);
}
