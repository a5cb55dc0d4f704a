using System.Globalization;

namespace SummaryBot.TestDiscord.Access;

/// <summary>Permissions by Discord's names, and as the numbers that hold several.</summary>
/// <remarks><see href="https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags"/></remarks>
public static class PermissionBits
{
    public const ulong Administrator = 1UL << 3;
    public const ulong ViewChannel = 1UL << 10;
    public const ulong SendMessages = 1UL << 11;

    /// <summary>In the order of their bits; empty where Discord has none.</summary>
    private static readonly string[] Names =
    [
        "CREATE_INSTANT_INVITE", "KICK_MEMBERS", "BAN_MEMBERS", "ADMINISTRATOR", "MANAGE_CHANNELS", "MANAGE_GUILD", "ADD_REACTIONS", "VIEW_AUDIT_LOG",
        "PRIORITY_SPEAKER", "STREAM", "VIEW_CHANNEL", "SEND_MESSAGES", "SEND_TTS_MESSAGES", "MANAGE_MESSAGES", "EMBED_LINKS", "ATTACH_FILES",
        "READ_MESSAGE_HISTORY", "MENTION_EVERYONE", "USE_EXTERNAL_EMOJIS", "VIEW_GUILD_INSIGHTS", "CONNECT", "SPEAK", "MUTE_MEMBERS", "DEAFEN_MEMBERS",
        "MOVE_MEMBERS", "USE_VAD", "CHANGE_NICKNAME", "MANAGE_NICKNAMES", "MANAGE_ROLES", "MANAGE_WEBHOOKS", "MANAGE_GUILD_EXPRESSIONS", "USE_APPLICATION_COMMANDS",
        "REQUEST_TO_SPEAK", "MANAGE_EVENTS", "MANAGE_THREADS", "CREATE_PUBLIC_THREADS", "CREATE_PRIVATE_THREADS", "USE_EXTERNAL_STICKERS", "SEND_MESSAGES_IN_THREADS",
        "USE_EMBEDDED_ACTIVITIES", "MODERATE_MEMBERS", "VIEW_CREATOR_MONETIZATION_ANALYTICS", "USE_SOUNDBOARD", "CREATE_GUILD_EXPRESSIONS", "CREATE_EVENTS",
        "USE_EXTERNAL_SOUNDS", "SEND_VOICE_MESSAGES", "", "", "SEND_POLLS", "USE_EXTERNAL_APPS", "PIN_MESSAGES", "BYPASS_SLOWMODE",
    ];

    private static readonly Dictionary<string, ulong> Bits = Names.Select((name, bit) => (name, bit)).Where(it => it.name.Length > 0)
        .ToDictionary(it => it.name, it => 1UL << it.bit, StringComparer.Ordinal);

    public static ulong All { get; } = Bits.Values.Aggregate((all, bit) => all | bit);

    /// <summary>What everybody may do in a new server.</summary>
    public static ulong Usual { get; } = Of(
        "CREATE_INSTANT_INVITE", "ADD_REACTIONS", "STREAM", "VIEW_CHANNEL", "SEND_MESSAGES", "EMBED_LINKS", "ATTACH_FILES", "READ_MESSAGE_HISTORY",
        "USE_EXTERNAL_EMOJIS", "CONNECT", "SPEAK", "USE_VAD", "CHANGE_NICKNAME", "USE_APPLICATION_COMMANDS", "REQUEST_TO_SPEAK", "CREATE_PUBLIC_THREADS",
        "CREATE_PRIVATE_THREADS", "SEND_MESSAGES_IN_THREADS", "USE_EXTERNAL_APPS", "SEND_POLLS");

    /// <exception cref="ArgumentException">Discord has no permission of that name.</exception>
    public static ulong Of(params IEnumerable<string> names) => names.Aggregate(
        0UL, (all, name) => all | (Bits.TryGetValue(name, out var bit) ? bit : throw new ArgumentException($"There is no permission {name}.", nameof(names))));

    public static IEnumerable<string> NamesOf(ulong permissions) => Bits.Where(it => (permissions & it.Value) != 0).Select(it => it.Key);

    /// <summary>As the API writes it.</summary>
    public static string Text(ulong permissions) => permissions.ToString(CultureInfo.InvariantCulture);
}
