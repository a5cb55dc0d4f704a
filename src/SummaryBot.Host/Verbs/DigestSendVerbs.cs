using System.CommandLine;
using NodaTime;
using SummaryBot.Chat;
using SummaryBot.Commands.Digests;
using SummaryBot.Digests;
using SummaryBot.Host.Configuration;
using SummaryBot.Host.ConsoleChat;
using SummaryBot.Language;

namespace SummaryBot.Host.Verbs;

/// <summary>What shows and posts editions.</summary>
internal static class DigestSendVerbs
{
    private static readonly Option<string?> AsOf = new("--as-of")
    {
        Description = "The edition of another time, of the news that are known now: 2026-11-27T08:00 or 08:00 in the digest's zone.",
        HelpName = "TIME",
    };

    public static Command Preview() => DigestVerbs.Verb(
        "preview", "Show the edition that would go out now; posts nothing.", PreviewAsync, DigestVerbs.Name, AsOf, DigestVerbs.Guild, Common.Json);

    public static Command SendNow() => DigestVerbs.Verb(
        "send-now", "Post an edition now, beside the schedule. It asks where one went out already, and in quiet hours.", SendNowAsync, DigestVerbs.Name, DigestVerbs.Guild, Confirmation.Yes);

    private static async Task<int> PreviewAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var digest = await DigestVerbs.FindAsync(services, parsed, cancellationToken);
        var now = Instant.FromDateTimeOffset(services.GetRequiredService<TimeProvider>().GetUtcNow());
        var draft = await services.GetRequiredService<DigestDispatcher>().PreviewAsync(digest, TimeOf(parsed.GetValue(AsOf), digest, now), cancellationToken);
        if (parsed.GetValue(Common.Json))
        {
            Common.WriteLine(MessageJson.Write(draft.Message));
        }
        else
        {
            services.GetRequiredService<TerminalChat>().Show(draft.Message);
        }

        return Exit.Done;
    }

    /// <summary>A bot that runs on the same database sends it; where none does, this process sends.</summary>
    private static async Task<int> SendNowAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var configuration = Common.Load(parsed);
        await using var services = new ServiceCollection().AddBot(configuration).AddDiscordPosting(configuration).BuildServiceProvider();
        await services.GetRequiredService<Storage.Database>().MigrateAsync(cancellationToken);
        var digest = await DigestVerbs.FindAsync(services, parsed, cancellationToken);
        if (await services.GetRequiredService<SendNowCheck>().AskAsync(digest, Words.English, cancellationToken) is { } question)
        {
            Confirmation.Ask(parsed, question, $"digest send-now \"{digest.Digest.Name}\"");
        }

        if (await services.GetRequiredService<DigestDispatcher>().DispatchNowAsync(digest, cancellationToken) is null)
        {
            throw new VerbException($"\"{digest.Digest.Name}\" has nothing to send: no article is new to it, or this minute has an edition already. Import articles, or wait a minute.");
        }

        return await SendAsync(services, configuration, cancellationToken);
    }

    /// <summary>A bot that runs on the same database sends what waits; where none does, this process does.</summary>
    internal static async Task<int> SendAsync(IServiceProvider services, BotConfiguration configuration, CancellationToken cancellationToken)
    {
        using var taken = InstanceLock.TryTake(configuration);
        if (taken is null)
        {
            Notes.Write("Queued; the bot that runs on this database sends it. See: summarybot outbox list");
            return Exit.Done;
        }

        return await services.GetRequiredService<FirstEdition>().DrainAsync(cancellationToken) ? Exit.Done : Exit.Failed;
    }

    private static Instant TimeOf(string? text, StoredDigest digest, Instant now) =>
        text is null ? now
        : DigestTimes.TryParse(text, digest.Digest.Schedule.Zone, now)
            ?? throw DigestVerbs.WrongUse($"--as-of \"{text}\": write a time such as 2026-11-27T08:00, or 08:00 for today.");
}
