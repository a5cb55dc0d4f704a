using System.Text.Json.Nodes;
using NodaTime;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Stories;

namespace SummaryBot.Host.Simulation;

/// <summary>Runs the bot on a clock that leaps from one thing that happens to the next.</summary>
/// <param name="From">When the digests are set up; inclusive.</param>
/// <param name="To">Exclusive.</param>
/// <param name="Articles">In the order in which they are seen.</param>
/// <param name="Seed">Of all that is random.</param>
internal sealed record VirtualRun(
    DateTimeOffset From, DateTimeOffset To, IReadOnlyList<SimulatedArticle> Articles, IReadOnlyList<Digest> Digests, int Seed)
{
    /// <summary>The finest that a database keeps a time.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    /// <summary>Runs it to its end.</summary>
    /// <param name="write">Takes the rows of the output, in the order of time.</param>
    /// <param name="tell">Hears after each step what time it is, and how many articles and editions there were.</param>
    /// <returns>How many articles were seen, how many editions were sent, and which were not.</returns>
    public async Task<SimulationEnd> RunAsync(
        Action<JsonObject> write, Action<SimulationStep> tell, CancellationToken cancellationToken)
    {
        var clock = new VirtualClock(From - Moment); // what is due at its very beginning is due
        await using var bot = await ScratchBot.StartAsync(clock, new Random(Seed), cancellationToken);
        var book = new ArticleBook();
        var sources = new SimulatedSources(bot, book);
        await sources.AddAsync(Articles, cancellationToken);
        var rows = new SimulationRows(bot, book, await AddDigestsAsync(bot, cancellationToken));
        var seen = 0;
        for (var next = await NextAsync(bot, seen, cancellationToken); next < To; next = await NextAsync(bot, seen, cancellationToken))
        {
            clock.SetOn(next);
            var now = Articles.Skip(seen).TakeWhile(article => article.SeenAt <= next).ToList();
            await sources.VisitAsync(now, cancellationToken);
            seen += now.Count;
            await DispatchAsync(bot, cancellationToken);
            foreach (var row in await rows.WrittenAtAsync(next, cancellationToken))
            {
                write(row);
            }

            tell(new SimulationStep(next, seen, rows.Editions));
        }

        return new SimulationEnd(seen, rows.Editions, rows.Unsent);
    }

    private async Task<IReadOnlyDictionary<long, Digest>> AddDigestsAsync(ScratchBot bot, CancellationToken cancellationToken)
    {
        var added = new Dictionary<long, Digest>();
        foreach (var digest in Digests)
        {
            added.Add((await bot.Get<DigestStore>().AddAsync(digest, cancellationToken))!.Id, digest);
        }

        return added;
    }

    /// <summary>What the bot's own jobs do at a time.</summary>
    private static async Task DispatchAsync(ScratchBot bot, CancellationToken cancellationToken)
    {
        await bot.Get<StoryAssigner>().AssignAsync(cancellationToken);
        await bot.Get<DigestDispatcher>().DispatchDueAsync(cancellationToken);
        await bot.Get<Outbox>().DrainAsync(cancellationToken);
    }

    /// <summary>When the next edition is due, quiet hours that hold one back end, or the next article is seen where an edition waits for it.</summary>
    private async Task<DateTimeOffset> NextAsync(ScratchBot bot, int seen, CancellationToken cancellationToken)
    {
        var now = Instant.FromDateTimeOffset(bot.Get<TimeProvider>().GetUtcNow());
        var digests = await bot.Get<DigestStore>().ListAsync(cancellationToken);
        var open = digests.Where(digest => digest.NextDue.At <= now || digest.Digest.Editing.Kind is DigestKind.Urgent).ToList();
        var news = open.Count == 0 ? [] : Articles.Skip(seen).Take(1).Select(article => article.SeenAt);
        return digests.Select(digest => digest.NextDue.At)
            .Concat(open.Select(digest => digest.Digest.Schedule.QuietUntil(now)).OfType<Instant>())
            .Where(at => at > now).Select(at => at.ToDateTimeOffset())
            .Concat(news.Where(at => at > now.ToDateTimeOffset()))
            .DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
    }
}

/// <param name="Time">What it is now, UTC.</param>
/// <param name="Articles">Seen so far.</param>
/// <param name="Editions">Sent so far.</param>
internal sealed record SimulationStep(DateTimeOffset Time, int Articles, int Editions);

/// <param name="Unsent">Editions whose message was not sent, each with the reason.</param>
internal sealed record SimulationEnd(int Articles, int Editions, IReadOnlyList<string> Unsent);
