using System.CommandLine;
using System.Data.Common;
using SummaryBot.Chat;
using SummaryBot.Commands.Digests;
using SummaryBot.Digests;
using SummaryBot.Discord.Rest;
using SummaryBot.Host.Configuration;
using SummaryBot.Storage;

namespace SummaryBot.Host.Verbs;

internal static class DoctorVerb
{
    public static Command Command()
    {
        var doctor = new Command(
            "doctor", "Check configuration, database, digests, outbox and Discord; each fault comes with its remedy.") { Common.Json };
        doctor.SetAction(RunAsync);
        return doctor;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        await foreach (var finding in FindAsync(BotConfiguration.Load(parsed.GetValue(Common.Config)), cancellationToken))
        {
            findings.Add(finding);
            if (!parsed.GetValue(Common.Json))
            {
                Common.WriteLine($"{(finding.Ok ? "ok  " : "FAIL")}  {finding.Area}: {finding.Text}");
            }
        }

        if (parsed.GetValue(Common.Json))
        {
            Common.WriteJson(findings);
        }

        return findings.TrueForAll(finding => finding.Ok) ? Exit.Done : Exit.Failed;
    }

    private static async IAsyncEnumerable<Finding> FindAsync(
        BotConfiguration configuration, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Notes.Secrets = configuration.Secrets;
        foreach (var fault in configuration.Faults)
        {
            yield return new Finding(false, "configuration", fault);
        }

        if (configuration.Faults.Count > 0)
        {
            yield break;
        }

        yield return new Finding(true, "configuration", "every option holds what it may.");
        await using var services = new ServiceCollection().AddBot(configuration).AddDiscordPosting(configuration).BuildServiceProvider();
        var database = await DatabaseAsync(services.GetRequiredService<Database>(), cancellationToken);
        yield return database;
        if (database.Ok)
        {
            yield return await DigestsAsync(services.GetRequiredService<DigestStore>(), cancellationToken);
            yield return await OutboxAsync(services.GetRequiredService<OutboxStore>(), cancellationToken);
        }

        if (configuration.DiscordToken is null)
        {
            yield return new Finding(true, "discord", "no token; digests go to the console, to files and to webhooks alone.");
            yield break;
        }

        var discord = services.GetRequiredService<DiscordRest>();
        yield return await DiscordAsync(discord, "users/@me", "the token is right.", cancellationToken);
        if (database.Ok)
        {
            foreach (var channel in await ChannelsAsync(services.GetRequiredService<DigestStore>(), cancellationToken))
            {
                yield return await DiscordAsync(discord, $"channels/{channel}", $"the bot sees channel {channel}.", cancellationToken);
            }
        }
    }

    private static async Task<Finding> DatabaseAsync(Database database, CancellationToken cancellationToken)
    {
        try
        {
            await database.MigrateAsync(cancellationToken);
            return new Finding(true, "database", $"{database.Dialect.Place} is of this version.");
        }
        catch (Exception e) when (e is DbException or DatabaseTooNewException or IOException or UnauthorizedAccessException or System.Net.Sockets.SocketException)
        {
            return new Finding(false, "database", $"{database.Dialect.Place}: {e.Message} Check storage in the configuration.");
        }
    }

    private static async Task<Finding> DigestsAsync(DigestStore digests, CancellationToken cancellationToken)
    {
        var all = await digests.ListAsync(cancellationToken);
        return all.MinBy(digest => digest.Upcoming().FirstOrDefault()?.At ?? NodaTime.Instant.MaxValue) is { } next
            ? new Finding(true, "digests", $"{all.Count} set up; \"{next.Digest.Name}\" is {DigestWords.Next(OwnVerb.Call, next)}.")
            : new Finding(true, "digests", "none yet; those of the configuration are set up by the first run.");
    }

    private static async Task<Finding> OutboxAsync(OutboxStore outbox, CancellationToken cancellationToken)
    {
        var refused = (await outbox.ListAsync(limit: 1000, cancellationToken)).Where(delivery => delivery.IsRefused).ToList();
        return refused.Count == 0
            ? new Finding(true, "outbox", $"{await outbox.CountWaitingAsync(cancellationToken)} deliveries wait, none is refused.")
            : new Finding(false, "outbox", $"{refused.Count} deliveries are refused, such as to {refused[0].Channel}: {refused[0].Reason}");
    }

    private static async Task<IEnumerable<string>> ChannelsAsync(DigestStore digests, CancellationToken cancellationToken) =>
        (await digests.ListAsync(cancellationToken)).Select(digest => digest.Digest.Channel)
            .Where(channel => channel.Scheme is ChannelAddress.Discord).Select(channel => channel.Target).Distinct(StringComparer.Ordinal);

    private static async Task<Finding> DiscordAsync(DiscordRest discord, string path, string right, CancellationToken cancellationToken) =>
        await discord.SendAsync(HttpMethod.Get, path, body: null, cancellationToken) switch
        {
            RestResult.Done => new Finding(true, "discord", right),
            RestResult.Refused refused => new Finding(false, "discord", $"{path}: {refused.Reason}"),
            RestResult.Unknown unknown => new Finding(false, "discord", $"{unknown.Reason} Check the network and discord:apiBaseAddress."),
            RestResult.AskedToWait wait => new Finding(false, "discord", $"{wait.Reason} Try again in {wait.Delay.TotalSeconds:F0} s."),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private sealed record Finding(bool Ok, string Area, string Text);
}
