using System.CommandLine;
using SummaryBot.Commands.Health;
using SummaryBot.Commands.Shape;
using SummaryBot.Health;
using SummaryBot.Host.Verbs.Twins;
using SummaryBot.Language;
using SummaryBot.Sources;

namespace SummaryBot.Host.Verbs;

/// <summary><c>/health</c> at the command line, where findings are repaired by their numbers.</summary>
internal static class HealthVerb
{
    private static readonly Option<string?> Detail = new("--detail") { Description = $"{Words.English.Plain("health.option.detail.description")}: summary, sources, deliveries, permissions." };
    private static readonly Option<string?> Fix = new("--fix") { Description = $"{Words.English.Plain("health.option.fix.description")}." };
    private static readonly Option<string> Guild = OptionValues.Text("--guild", "The id of the Discord server that it is for; the operator's own unless told.");

    public static Command Command()
    {
        var health = new Command("health", Words.English.Plain("health.description")) { Detail, Fix, Guild };
        health.SetAction(RunAsync);
        return health;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var guild = parsed.GetValue(Guild) ?? "";
        if (!NewSubscription.IsGuild(guild))
        {
            throw new VerbException($"--guild \"{guild}\": write the id of a Discord server (17 to 20 digits).") { ExitCode = Exit.WrongUse };
        }

        var configuration = Common.Load(parsed);
        await using var services = new ServiceCollection().AddBot(configuration).AddDiscordPosting(configuration).BuildServiceProvider();
        await services.GetRequiredService<Storage.Database>().MigrateAsync(cancellationToken);
        var call = new CommandCall(Words.English, "", guild) { IsOperator = true, MayManage = true, Options = OptionsOf(parsed) };
        var reply = parsed.GetValue(Fix) is { } fix
            ? await services.GetRequiredService<HealthRepairs>().RepairNumberAsync(call, fix, cancellationToken)
            : await services.GetRequiredService<CommandRunner>().RunAsync(services.GetRequiredService<CommandCatalog>()[HealthCommands.Path], call, cancellationToken);
        var code = await TwinAnswer.WriteAsync(reply, output: null, Words.English, cancellationToken);
        return code != Exit.Done || (await services.GetRequiredService<HealthCheck>().CheckAsync(guild, cancellationToken)).Findings.Count == 0 ? code : Exit.Failed;
    }

    private static Dictionary<string, object> OptionsOf(ParseResult parsed) =>
        parsed.GetValue(Detail) is { } detail ? new(StringComparer.Ordinal) { ["detail"] = detail } : [];
}
