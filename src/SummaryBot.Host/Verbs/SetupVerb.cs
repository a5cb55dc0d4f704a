using System.CommandLine;
using SummaryBot.Commands.Setup;
using SummaryBot.Commands.Shape;
using SummaryBot.Host.Verbs.Twins;
using SummaryBot.Language;

namespace SummaryBot.Host.Verbs;

/// <summary>The twin of /setup: asks for what is not given, shows the first digest, and starts it.</summary>
internal static class SetupVerb
{
    private static readonly Option<string?> Channel = new("--channel") { Description = "console, file:PATH, the id of a Discord channel, or the address of a Discord webhook." };
    private static readonly Option<string?> Time = new("--time") { Description = "A local time such as 08:00." };
    private static readonly Option<string?> Zone = new("--zone") { Description = "An IANA time zone or its city, such as Europe/London." };
    private static readonly Option<string?> Source = new("--source") { Description = "The address of a site or its feed, or the name of a preset." };
    private static readonly Option<string?> Days = new("--days") { Description = "daily, weekdays, or days such as mon,thu; daily unless told." };
    private static readonly Option<string> Guild = OptionValues.Text("--guild", "The id of the Discord server that it is for.");

    public static Command Command()
    {
        var command = new Command("setup", Words.English.Plain("setup.description")) { Channel, Time, Zone, Source, Days, Guild, Confirmation.Yes };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var call = new CommandCall(Words.English, "", parsed.GetValue(Guild) ?? "") { IsOperator = true, MayManage = true };
        var draft = SetupDraft.Of(
            Asked(parsed, Channel, "channel", "console"), Asked(parsed, Time, "time", "08:00"), Asked(parsed, Zone, "zone", TimeZoneInfo.Local.HasIanaId ? TimeZoneInfo.Local.Id : "UTC"),
            Asked(parsed, Source, "source", usual: null), parsed.GetValue(Days) ?? "daily");
        var configuration = Common.Load(parsed);
        await using var services = new ServiceCollection().AddBot(configuration).AddDiscordPosting(configuration).BuildServiceProvider();
        await services.GetRequiredService<Storage.Database>().MigrateAsync(cancellationToken);
        var setup = services.GetRequiredService<SetupCommands>();
        var (shown, id) = await setup.PrepareAsync(call, draft, cancellationToken);
        if (await TwinAnswer.WriteAsync(shown, output: null, Words.English, cancellationToken) is var code && (code != Exit.Done || shown.Menus.Count > 0))
        {
            foreach (var option in shown.Menus.SelectMany(menu => menu.Options))
            {
                Common.WriteLine($"--source {option.Description}");
            }

            return code == Exit.Done ? Exit.WrongUse : code;
        }

        Confirmation.Ask(parsed, $"{Words.English.Plain("setup.start")}?", "setup …");
        code = await TwinAnswer.WriteAsync(await setup.StartAsync(call, new ActionInput(id, [], new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)), cancellationToken), output: null, Words.English, cancellationToken);
        return code == Exit.Done ? await DigestSendVerbs.SendAsync(services, configuration, cancellationToken) : code;
    }

    /// <exception cref="VerbException">It is missing, and nobody can be asked.</exception>
    private static string Asked(ParseResult parsed, Option<string?> option, string field, string? usual)
    {
        if (parsed.GetValue(option) is { } given)
        {
            return given;
        }

        if (Console.IsInputRedirected)
        {
            return usual ?? throw new VerbException($"{option.Name} is missing. For example: summarybot setup --source https://www.example.com") { ExitCode = Exit.WrongUse };
        }

        Console.Error.Write($"{Words.English.Plain($"setup.form.{field}")}{(usual is null ? "" : $" [{usual}]")}: ");
        return Console.In.ReadLine()?.Trim() is { Length: > 0 } typed ? typed : usual ?? "";
    }
}
