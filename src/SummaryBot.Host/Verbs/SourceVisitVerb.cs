using System.CommandLine;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Sources;
using SummaryBot.Sources.Visits;

namespace SummaryBot.Host.Verbs;

internal static class SourceVisitVerb
{
    private static readonly Argument<string?> Name = new("NAME")
    {
        Description = "The source's name or address; those that are due unless told.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<bool> All = new("--all") { Description = "Visit every source that is neither paused nor ended." };

    public static Command Command()
    {
        var command = new Command("visit", "Visit sources now. A host that asked for patience is left alone all the same.") { Name, All, SourceArguments.Guild, Common.Json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(All) && result.GetValue(Name) is not null)
            {
                result.AddError("Name one source, or write --all.");
            }
        });
        command.SetAction(VisitAsync);
        return command;
    }

    private static async Task<int> VisitAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var configuration = Common.Load(parsed);
        var guild = SourceArguments.GuildOf(parsed);
        await using var services = await BotServices.OpenAsync(configuration, cancellationToken);
        using var alone = InstanceLock.TryTake(configuration);
        var sources = services.GetRequiredService<SourceStore>();
        if (alone is not null && !configuration.UsesPostgreSql)
        {
            await sources.ReleaseLeasesAsync(cancellationToken); // of a process that was killed
        }

        var only = await ChooseAsync(services, parsed, guild, cancellationToken);
        var reports = new List<VisitReport>();
        await VisitProgress.ShowAsync(only?.Count, async step =>
        {
            await VisitAsync(services, only, report => { reports.Add(report); step(report); }, cancellationToken);
        });
        Tell(parsed, reports);
        return Exit.Done;
    }

    /// <summary>The ids to visit; null for what is due.</summary>
    private static async Task<IReadOnlyList<long>?> ChooseAsync(IServiceProvider services, ParseResult parsed, string guild, CancellationToken cancellationToken)
    {
        var sources = services.GetRequiredService<SourceStore>();
        if (parsed.GetValue(All))
        {
            return await sources.MakeDueAsync(only: null, cancellationToken);
        }

        if (parsed.GetValue(Name) is not { } name)
        {
            return null;
        }

        var source = await SourceVerbs.FindAsync(services, guild, name, cancellationToken);
        return await sources.MakeDueAsync([source.SourceId], cancellationToken) is { Count: > 0 } ids
            ? ids
            : throw new VerbException($"\"{source.Name}\" is {source.State}. To go on with it: summarybot source resume \"{source.Name}\"");
    }

    private static Task VisitAsync(IServiceProvider services, IReadOnlyList<long>? only, Action<VisitReport> report, CancellationToken cancellationToken)
    {
        var pool = services.GetRequiredService<VisitPool>();
        return only is null ? pool.VisitDueAsync(only, report, cancellationToken) : pool.VisitAllAsync(only, report, cancellationToken);
    }

    private static void Tell(ParseResult parsed, List<VisitReport> reports)
    {
        if (parsed.GetValue(Common.Json))
        {
            reports.ForEach(it => Common.WriteJson(Describe(it)));
        }

        var counts = reports.GroupBy(it => it.End).OrderBy(group => group.Key).Select(group => $"{group.Count()} {ChoiceText.Of(group.Key)}");
        Notes.Write(reports.Count == 0
            ? "No source was due. To visit all: summarybot source visit --all"
            : $"{Counted(reports.Count, "visit")}: {string.Join(", ", counts)}; {Counted(reports.Sum(it => it.NewItems), "new item")}.");
        if (!parsed.GetValue(Common.Json))
        {
            reports.Where(it => it.Reason is not null).ToList().ForEach(it => Common.WriteLine(Printable.Of($"{it.Source.Outlet} ({it.Source.Url.Host}): {it.Reason}")));
        }
    }

    private static string Counted(int count, string name) => $"{count} {name}{(count == 1 ? "" : "s")}";

    private static object Describe(VisitReport it) => new
    {
        Source = it.Source.Outlet,
        Url = it.Source.Url.AbsoluteUri,
        Result = ChoiceText.Of(it.End),
        it.Items,
        it.NewItems,
        it.Reason,
        it.NextVisitAt,
    };
}
