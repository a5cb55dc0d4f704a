namespace SummaryBot.Commands.Shape;

/// <summary>Who may use what. The ways in check it before anything else; this is for what they forget.</summary>
internal static class Rights
{
    /// <summary>Null where the person may.</summary>
    public static Reply? Refuse(CommandAudience audience, CommandCall call) => audience == CommandAudience.Reader || call.IsOperator ? null
        : call.Guild.Length == 0 ? Reply.Fail(call.Words, ErrorCode.NotInGuild)
        : !call.MayManage ? Reply.Fail(call.Words, ErrorCode.NeedsManageGuild)
        : audience == CommandAudience.Operator && !call.IsInOperatorGuild ? Reply.Fail(call.Words, ErrorCode.OperatorOnly)
        : null;
}
