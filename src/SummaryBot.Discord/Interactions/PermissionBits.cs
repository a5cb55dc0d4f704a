namespace SummaryBot.Discord.Interactions;

/// <summary>Permissions as Discord numbers them.</summary>
/// <remarks><see href="https://discord.com/developers/docs/topics/permissions"/></remarks>
internal static class PermissionBits
{
    public const ulong Administrator = 1UL << 3;
    public const ulong ManageGuild = 1UL << 5;
    public const ulong ViewChannel = 1UL << 10;
    public const ulong SendMessages = 1UL << 11;
    public const ulong EmbedLinks = 1UL << 14;
    public const ulong ReadMessageHistory = 1UL << 16;
    public const ulong SendMessagesInThreads = 1UL << 38;
    public const ulong UseExternalApps = 1UL << 50;

    /// <summary>Whether all that is asked for is there; administrators have everything.</summary>
    public static bool Has(ulong permissions, ulong asked) => (permissions & Administrator) != 0 || (permissions & asked) == asked;
}
