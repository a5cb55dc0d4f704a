using System.CommandLine;
using SummaryBot.Commands;
using SummaryBot.Commands.Shape;
using SummaryBot.Host.Verbs.Twins;
using SummaryBot.Language;

namespace SummaryBot.Host.Verbs;

/// <summary>The twin of the Undo button.</summary>
internal static class UndoVerb
{
    private static readonly Argument<string?> Id = new("ID") { Description = "As the command told it; the last change unless told.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string> Guild = OptionValues.Text("--guild", "The id of the Discord server that it was for.");

    public static Command Command() => DigestVerbs.Verb("undo", "Undo what a command changed within the last 10 minutes.", RunAsync, Id, Guild);

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var commands = services.GetServices<ICommandModule>().OfType<UndoCommands>().Single();
        var call = new CommandCall(Words.English, "", parsed.GetValue(Guild) ?? "") { IsOperator = true };
        return await TwinAnswer.WriteAsync(await commands.UndoAsync(call, parsed.GetValue(Id), cancellationToken), output: null, cancellationToken);
    }
}
