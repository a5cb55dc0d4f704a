using System.CommandLine;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Host.ConsoleChat;

namespace SummaryBot.Host.Verbs;

internal static class DigestVerbs
{
    private static readonly Argument<string> Name = new("NAME") { Description = "The digest's name." };
    private static readonly Option<int> Limit = Common.Limit(20);
    private static readonly DigestArguments Arguments = new();

    public static Command Command()
    {
        var add = Verb("add", "Set up a digest.", AddAsync, Name);
        Arguments.AddTo(add);
        var list = Verb("list", "List the digests and when each is due next.", ListAsync);
        var preview = Verb("preview", "Show the edition that would go out now; posts nothing.", PreviewAsync, Name);
        var sendNow = Verb("send-now", "Post an edition now, beside the schedule.", SendNowAsync, Name);
        var history = Verb("history", "List the latest editions and what became of their messages.", HistoryAsync, Name);
        history.Add(Limit);
        Array.ForEach([list, preview, history], verb => verb.Add(Common.Json));
        return new Command("digest", "Digests: what is posted where, and when.") { add, list, preview, sendNow, history, DigestFeedbackVerb.Command() };
    }

    private static Command Verb(
        string name, string description, Func<ParseResult, CancellationToken, Task<int>> action, params Argument[] arguments)
    {
        var command = new Command(name, description);
        Array.ForEach(arguments, command.Add);
        command.SetAction(action);
        return command;
    }

    private static async Task<int> AddAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var digest = Arguments.Read(parsed, parsed.GetValue(Name)!) switch
        {
            DigestReadResult.Read(var read) => read,
            DigestReadResult.Faulty(var faults) => throw new VerbException(
                string.Join($"{Environment.NewLine}summarybot: ", faults))
            { ExitCode = Exit.WrongUse },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var stored = await services.GetRequiredService<DigestStore>().AddAsync(digest, cancellationToken)
            ?? throw new VerbException($"There is a digest \"{digest.Name}\" already. Choose another name.");
        Common.WriteLine(
            $"Set up \"{digest.Name}\" for {digest.Channel}; next due {stored.NextText} ({digest.Schedule.Zone.Id}).");
        return Exit.Done;
    }

    private static async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var digests = await services.GetRequiredService<DigestStore>().ListAsync(cancellationToken);
        if (parsed.GetValue(Common.Json))
        {
            Common.WriteJson(digests.Select(DigestRows.Describe));
            return Exit.Done;
        }

        Listing.Write(["name", "channel", "days", "times", "zone", "next due (local)"], digests.Select(DigestRows.Cells));
        return Exit.Done;
    }

    private static async Task<int> PreviewAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var draft = await services.GetRequiredService<DigestDispatcher>().PreviewAsync(
            await FindAsync(services, parsed, cancellationToken), cancellationToken);
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
        var digest = await FindAsync(services, parsed, cancellationToken);
        if (await services.GetRequiredService<DigestDispatcher>().DispatchNowAsync(digest, cancellationToken) is null)
        {
            throw new VerbException($"\"{digest.Digest.Name}\" has nothing to send: no article is new to it, or this minute has an edition already. Import articles, or wait a minute.");
        }

        using var taken = InstanceLock.TryTake(configuration);
        if (taken is null)
        {
            Notes.Write("Queued; the bot that runs on this database sends it. See: summarybot outbox list");
            return Exit.Done;
        }

        return await services.GetRequiredService<FirstEdition>().DrainAsync(cancellationToken) ? Exit.Done : Exit.Failed;
    }

    private static async Task<int> HistoryAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var digest = await FindAsync(services, parsed, cancellationToken);
        var editions = await services.GetRequiredService<EditionStore>().HistoryAsync(digest.Id, parsed.GetValue(Limit), cancellationToken);
        if (parsed.GetValue(Common.Json))
        {
            Common.WriteJson(editions);
            return Exit.Done;
        }

        Listing.Write(["due (local)", "status", "stories", "message", "sent (UTC)", "reason"], editions.Select(edition => new[]
        {
            edition.DueLocal,
            edition.Status,
            $"{edition.Stories}",
            edition.Delivery ?? "",
            Listing.Time(edition.SentAt),
            edition.Reason ?? "",
        }));
        return Exit.Done;
    }

    private static async Task<StoredDigest> FindAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellationToken)
    {
        var name = parsed.GetValue(Name)!;
        return await services.GetRequiredService<DigestStore>().FindAsync(name, cancellationToken)
            ?? throw new VerbException($"There is no digest \"{name}\". See: summarybot digest list");
    }
}
