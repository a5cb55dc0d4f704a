using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Language;

namespace SummaryBot.Commands.Digests;

/// <summary>Looks whether the bot can post in a channel before it is taken.</summary>
public sealed class ChannelCheck(IEnumerable<IChannelInspector> inspectors, BotIdentity identity)
{
    /// <returns>What is missing; null where nothing is, or nobody can tell.</returns>
    public async Task<Reply?> RefuseAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (call.ChannelOf("channel") is not { } given || ChannelAddress.TryParse(given.Address) is not { } address
            || inspectors.FirstOrDefault(it => string.Equals(it.Scheme, address.Scheme, StringComparison.Ordinal)) is not { } inspector)
        {
            return null;
        }

        var name = DigestWords.Channel(address);
        return await inspector.LookAsync(address, cancellationToken) switch
        {
            ChannelFinding.Open(_, { } guild) when IsElsewhere(call, guild) => Reply.Fail(call.Words, ErrorCode.ChannelGone, ("channel", given.Name)),
            ChannelFinding.Lacks(_, var guild, var permissions) => Lacks(call, name, guild, permissions),
            ChannelFinding.Gone => Reply.Fail(call.Words, ErrorCode.ChannelGone, ("channel", given.Name)),
            ChannelFinding.WrongKind => Reply.Fail(call.Words, ErrorCode.ChannelOfWrongKind, ("channel", name)),
            _ => null,
        };
    }

    private static bool IsElsewhere(CommandCall call, string guild) => call.Guild.Length > 0 && !string.Equals(guild, call.Guild, StringComparison.Ordinal);

    private Reply Lacks(CommandCall call, object channel, string? guild, IReadOnlyList<string> permissions)
    {
        var refusal = Reply.Fail(call.Words, ErrorCode.MissingPermissions, ("channel", channel), ("permissions", PermissionNames.Of(call.Words, permissions)));
        return identity.InviteLink(guild ?? call.Guild) is { } link ? refusal with { Buttons = [ReplyButton.Link(call.Words.Plain("digest.invite"), link)] } : refusal;
    }
}
