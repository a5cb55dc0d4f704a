using System.CommandLine;
using SummaryBot.Commands;
using SummaryBot.Commands.Shape;
using SummaryBot.Host.Verbs.Twins;

namespace SummaryBot.Host.Verbs;

/// <summary>The twin of the Undo button.</summary>
internal static class UndoVerb
{
    private static readonly Argument<string?> Id = new("ID") { Description = "As the command told it; the last change unless told.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string> Guild = OptionValues.Text("--guild", "The id of the Discord server that it was for.");

    private static readonly Option<string?> Language = Common.LanguageOption(TwinVerb.LanguageName);

    public static Command Command() => DigestVerbs.Verb("undo", "Undo what a command changed within the last 10 minutes.", RunAsync, Id, Guild, Language);

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var configuration = Common.Load(parsed);
        await using var services = await BotServices.OpenAsync(configuration, cancellationToken);
        var commands = services.GetServices<ICommandModule>().OfType<UndoCommands>().Single();
        var call = new CommandCall(Common.Words(parsed, configuration, Language), "", parsed.GetValue(Guild) ?? "") { IsOperator = true };
        return await TwinAnswer.WriteAsync(await commands.UndoAsync(call, parsed.GetValue(Id), cancellationToken), output: null, call.Words, cancellationToken);
    }
}
