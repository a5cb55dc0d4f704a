using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Language;

namespace SummaryBot.Commands.Setup;

/// <summary>Looks whether the bot can post where somebody wants it to, before it does.</summary>
public sealed class SetupChannel(IEnumerable<IChannelInspector> inspectors, BotIdentity identity)
{
    /// <returns>What is wrong, with the invite link that repairs it; null where nothing is, or nobody can tell.</returns>
    public async Task<Reply?> RefuseAsync(CommandCall call, string channel, string? name, CancellationToken cancellationToken)
    {
        if (ChannelAddress.TryParse(channel) is not { } address)
        {
            return Reply.Fail(call.Words, ErrorCode.ChannelGone, ("channel", name ?? channel));
        }

        var inspector = inspectors.FirstOrDefault(it => string.Equals(it.Scheme, address.Scheme, StringComparison.Ordinal));
        return (inspector is null ? null : await inspector.LookAsync(address, cancellationToken)) switch
        {
            ChannelFinding.Open(_, var guild) when IsOther(call, guild) => Reply.Fail(call.Words, ErrorCode.ChannelGone, ("channel", name ?? channel)),
            ChannelFinding.Lacks(_, var guild, _) when IsOther(call, guild) => Reply.Fail(call.Words, ErrorCode.ChannelGone, ("channel", name ?? channel)),
            ChannelFinding.Lacks(var known, _, var permissions) => Lacks(call, known ?? name ?? channel, permissions),
            ChannelFinding.Gone => Reply.Fail(call.Words, ErrorCode.ChannelGone, ("channel", name ?? channel)),
            ChannelFinding.WrongKind(var known) => Reply.Fail(call.Words, ErrorCode.ChannelWrongKind, ("channel", known ?? name ?? channel)),
            _ => null,
        };
    }

    private Reply Lacks(CommandCall call, string channel, IReadOnlyList<string> permissions)
    {
        var reply = Reply.Fail(call.Words, ErrorCode.ChannelLacksPermissions, ("channel", channel), ("permissions", PermissionNames.Of(call.Words, permissions)));
        return identity.InviteLink(call.Guild) is { } link ? reply with { Buttons = [ReplyButton.Link(call.Words.Plain("setup.invite"), link)] } : reply;
    }

    /// <summary>The operator may post anywhere.</summary>
    private static bool IsOther(CommandCall call, string? guild) => !call.IsOperator && guild is not null && !string.Equals(guild, call.Guild, StringComparison.Ordinal);
}
