using System.CommandLine;
using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Commands.Sources;
using SummaryBot.Host.Verbs.Twins;
using SummaryBot.Language;
using SummaryBot.Sources;

namespace SummaryBot.Host.Verbs;

internal static class SourceVerbs
{
    private static readonly Argument<string> Name = new("NAME") { Description = "The source's name or address." };

    public static Command Command()
    {
        var list = Verb("list", "List the sources and how they do.", ListAsync);
        list.Add(Common.Json);
        var remove = Verb("remove", "Stop reading a source. Its articles stay.", RemoveAsync, Name);
        var pause = Verb("pause", "Stop reading a source for a while.", PauseAsync, Name);
        var resume = Verb("resume", "Read a paused or ended source again. What it brought meanwhile is backlog, not news.", ResumeAsync, Name);
        Array.ForEach([list, remove, pause, resume], verb => verb.Add(SourceArguments.Guild));
        return new Command("source", "Sources: the feeds and pages that articles come from.")
        {
            SourceAddVerb.Command(), SourceEditVerb.Command(), list, SourceTestVerb.Command(), remove, pause, resume, SourceOpmlVerbs.Import(), SourceOpmlVerbs.Export(), SourceVisitVerb.Command(),
        };
    }

    /// <exception cref="VerbException">There is none.</exception>
    public static async Task<SubscriptionRecord> FindAsync(IServiceProvider services, string guild, string name, CancellationToken cancellationToken) =>
        await services.GetRequiredService<SubscriptionStore>().FindAsync(guild, name, cancellationToken)
        ?? throw new VerbException($"There is no source \"{name}\". See: summarybot source list");

    /// <exception cref="VerbException">It is no address.</exception>
    public static Uri Address(string text) => Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}", UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        ? address
        : throw new VerbException($"\"{text}\" is no address. Write one such as https://www.example.com/feed.xml") { ExitCode = Exit.WrongUse };

    /// <summary>What the operator asks, with the options that were given.</summary>
    public static CommandCall Call(ParseResult parsed, params IEnumerable<(string Name, object? Value)> options) => new(Words.English, "", SourceArguments.GuildOf(parsed))
    {
        IsOperator = true,
        MayManage = true,
        Options = options.Where(it => it.Value is not null).ToDictionary(it => it.Name, it => it.Value!, StringComparer.Ordinal),
    };

    /// <summary>An answer that says what is wrong, as the end of a verb.</summary>
    public static VerbException Failed(Reply reply) => new(string.Join(' ', reply.Lines.Select(line => Printable.Of(line.ToString()))));

    public static object Describe(SubscriptionRecord it) => new
    {
        it.Name,
        Url = it.Address,
        it.Kind,
        it.Guild,
        Group = it.GroupName,
        it.Outlet,
        it.Backfill,
        it.QuoteShare,
        it.IntervalMinutes,
        Trust = it.Trust ?? "normal",
        it.MaxPerDigest,
        it.Digest,
        it.State,
        VisitedAt = Time(it.VisitedAt),
        NextVisitAt = it.Ended is null && it.Paused == 0 ? Time(Math.Max(it.NextVisitAt, it.HostOpenAt ?? 0)) : null,
        it.IntervalSeconds,
        it.Failures,
        FailingSince = Time(it.FailingSince),
        Reason = it.Ended ?? it.Failure,
    };

    private static Command Verb(string name, string description, Func<ParseResult, CancellationToken, Task<int>> action, params Argument[] arguments)
    {
        var command = new Command(name, description);
        Array.ForEach(arguments, command.Add);
        command.SetAction(action);
        return command;
    }

    private static async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var guild = parsed.GetResult(SourceArguments.Guild) is { Implicit: false } ? SourceArguments.GuildOf(parsed) : null;
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var sources = await services.GetRequiredService<SubscriptionStore>().ListAsync(guild, cancellationToken);
        if (parsed.GetValue(Common.Json))
        {
            Common.WriteJson(sources.Select(Describe));
            return Exit.Done;
        }

        Listing.Write(["name", "group", "server", "state", "visited (UTC)", "next visit (UTC)", "address", "reason"], sources.Select(it => new[]
        {
            it.Name,
            it.GroupName ?? "",
            it.Guild,
            it.State,
            Listing.Time(it.VisitedAt),
            it.Ended is null && it.Paused == 0 ? Listing.Time(Math.Max(it.NextVisitAt, it.HostOpenAt ?? 0)) : "never",
            it.Address,
            it.Ended ?? it.Failure ?? "",
        }));
        return Exit.Done;
    }

    private static Task<int> RemoveAsync(ParseResult parsed, CancellationToken cancellationToken) => ChangeAsync(parsed, (changes, call) => changes.RemoveAsync(call, cancellationToken), cancellationToken);

    private static Task<int> PauseAsync(ParseResult parsed, CancellationToken cancellationToken) => ChangeAsync(parsed, (changes, call) => changes.PauseAsync(call, cancellationToken), cancellationToken);

    private static Task<int> ResumeAsync(ParseResult parsed, CancellationToken cancellationToken) => ChangeAsync(parsed, (changes, call) => changes.ResumeAsync(call, cancellationToken), cancellationToken);

    private static async Task<int> ChangeAsync(ParseResult parsed, Func<SourceChanges, CommandCall, Task<Reply>> change, CancellationToken cancellationToken)
    {
        var call = Call(parsed, ("source", parsed.GetValue(Name)));
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        return await TwinAnswer.WriteAsync(await change(services.GetRequiredService<SourceChanges>(), call), output: null, Words.English, cancellationToken);
    }

    private static DateTimeOffset? Time(long? milliseconds) => milliseconds is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
}
