using System.CommandLine;
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

    private static Task<int> RemoveAsync(ParseResult parsed, CancellationToken cancellationToken) => ChangeAsync(
        parsed, (store, it) => store.RemoveAsync(it.Id, cancellationToken), it => $"Removed \"{it.Name}\"; its articles stay.", cancellationToken);

    private static Task<int> PauseAsync(ParseResult parsed, CancellationToken cancellationToken) => ChangeAsync(
        parsed, (store, it) => store.PauseAsync(it.Id, cancellationToken), it => $"Paused \"{it.Name}\". To go on: summarybot source resume \"{it.Name}\"", cancellationToken);

    private static Task<int> ResumeAsync(ParseResult parsed, CancellationToken cancellationToken) => ChangeAsync(
        parsed, (store, it) => store.ResumeAsync(it.Id, cancellationToken), it => $"\"{it.Name}\" is read again.", cancellationToken);

    private static async Task<int> ChangeAsync(
        ParseResult parsed, Func<SubscriptionStore, SubscriptionRecord, Task> change, Func<SubscriptionRecord, string> tell, CancellationToken cancellationToken)
    {
        var guild = SourceArguments.GuildOf(parsed);
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var source = await FindAsync(services, guild, parsed.GetValue(Name)!, cancellationToken);
        await change(services.GetRequiredService<SubscriptionStore>(), source);
        Common.WriteLine(tell(source));
        return Exit.Done;
    }

    private static DateTimeOffset? Time(long? milliseconds) => milliseconds is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
}
