using System.CommandLine;
using SummaryBot.Host.Configuration;

namespace SummaryBot.Host.Verbs;

internal static class RunVerb
{
    private static readonly Option<bool> Once = new("--once") { Description = "Post what is due, or the first edition, and end." };

    /// <summary>Makes it the verb that runs where none is named.</summary>
    public static void AddTo(RootCommand root)
    {
        var run = new Command(
            "run", "Run the bot: post digests as they fall due and answer commands, until Ctrl-C. The verb that runs where none is named.") { Once };
        run.SetAction(RunAsync);
        root.Add(run);
        root.Add(Once);
        root.SetAction(RunAsync);
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var configuration = Common.Load(parsed);
        using var taken = InstanceLock.TryTake(configuration) ?? throw new VerbException(
            $"Another summarybot runs on {configuration["storage:sqlitePath"]}. Stop that one, or give this one a file of its own: SUMMARYBOT__STORAGE__SQLITEPATH=other.db");
        return parsed.GetValue(Once)
            ? await OnceAsync(configuration, cancellationToken)
            : await StayAsync(configuration, cancellationToken);
    }

    private static async Task<int> OnceAsync(BotConfiguration configuration, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection().AddBot(configuration).AddDiscordPosting(configuration).BuildServiceProvider();
        await services.GetRequiredService<FirstRun>().PrepareAsync(cancellationToken);
        await services.GetRequiredService<FirstEdition>().PostAsync(cancellationToken);
        return await services.GetRequiredService<FirstEdition>().FinishAsync(cancellationToken) ? Exit.Done : Exit.Failed;
    }

    private static async Task<int> StayAsync(BotConfiguration configuration, CancellationToken cancellationToken)
    {
        await using var app = BotApplication.Build(configuration);
        await app.Services.GetRequiredService<FirstRun>().PrepareAsync(cancellationToken);
        await app.Services.GetRequiredService<FirstEdition>().PostAsync(cancellationToken);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new VerbException(
                $"health:address \"{configuration["health:address"]}\": another program listens there. Write another; port 0 takes any free one.",
                e);
        }

        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive); // a start needs more memory than the hours after it
        Notes.Write($"Ready; health at {app.Urls.First()}/health/ready. Ctrl-C ends it.");
        await app.WaitForShutdownAsync(cancellationToken);
        Notes.Write("Stopped; what is not sent yet is kept for the next start.");
        return Exit.Done;
    }
}
