using SummaryBot.Commands.Shape;
using SummaryBot.Host.Verbs.Twins;
using SummaryBot.Language;

namespace SummaryBot.Host.Verbs;

/// <summary>What verbs that are written by hand share with those that are made from commands.</summary>
internal static class OwnVerb
{
    /// <summary>The operator may change what is of every server.</summary>
    public static CommandCall Call { get; } = new(Words.English, "", "") { IsOperator = true, MayManage = true };

    /// <summary>Writes what a command answers, and beside it how it is undone.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> WriteAsync(Reply reply, CancellationToken cancellationToken)
    {
        var code = await TwinAnswer.WriteAsync(reply with { Buttons = [] }, output: null, Words.English, cancellationToken);
        if (reply.Buttons.FirstOrDefault(it => string.Equals(it.Kind, "undo", StringComparison.Ordinal)) is { } undo)
        {
            Notes.Write($"To undo it within 10 minutes: summarybot undo {undo.Payload}");
        }

        return code;
    }
}
