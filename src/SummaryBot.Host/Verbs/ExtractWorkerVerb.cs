using System.CommandLine;
using SummaryBot.Articles.Extraction;

namespace SummaryBot.Host.Verbs;

/// <summary>The process that reads pages for the bot; nobody types it.</summary>
internal static class ExtractWorkerVerb
{
    public static Command Command()
    {
        var command = new Command(ExtractWorker.Verb, "Reads pages from standard input for another process.") { Hidden = true };
        command.SetAction(async (_, cancellationToken) =>
        {
            await using var input = Console.OpenStandardInput();
            await using var output = Console.OpenStandardOutput();
            await ExtractWorker.ServeAsync(input, output, TimeProvider.System, () => Environment.FailFast("A page took too long."), cancellationToken);
            return Exit.Done;
        });
        return command;
    }
}
