using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Storage;

namespace SummaryBot.Benchmarks.Search;

/// <summary>Who reads what in <see cref="MadeUpNews"/>: the server that asks reads 20 of 1,000 sources, another one all of them; each has 20 digests with 25 editions sent.</summary>
internal sealed class TwoServers(Database database)
{
    public const string Asking = "100000000000000001";
    private const string Other = "100000000000000002";
    private const int Sources = 1000;
    private const int Read = 20;
    private const int Digests = 20;
    private const int Editions = 25;

    public async Task AddAsync(IServiceProvider services)
    {
        if ((await services.GetRequiredService<DigestStore>().OfGuildAsync(Asking, CancellationToken.None)).Count > 0)
        {
            return; // an earlier run has filled the database
        }

        await database.WriteAsync(AddSourcesAsync, CancellationToken.None);
        foreach (var (guild, number) in new[] { Asking, Other }.SelectMany(guild => Enumerable.Range(1, Digests).Select(number => (guild, number))))
        {
            var added = await services.GetRequiredService<DigestStore>().AddAsync(DigestOf(guild, number), CancellationToken.None);
            await database.WriteAsync(transaction => AddEditionsAsync(transaction, added!), CancellationToken.None);
        }
    }

    /// <summary>How many of the values offered for an option are not for the server that asks, told by the tables alone.</summary>
    public async Task<long> HiddenAsync(string option, IReadOnlyCollection<string> offered)
    {
        var shown = option switch
        {
            "article" => $"SELECT article_id FROM article_sources WHERE source_id <= {Read}",
            "story" => $"SELECT CAST(s.story_id AS text) FROM story_articles s JOIN article_sources a ON a.article_id = s.article_id WHERE a.source_id <= {Read}",
            "source" => $"SELECT name FROM subscriptions WHERE guild = '{Asking}'",
            "date" => $"SELECT e.digest_id || '/' || e.due_local FROM editions e JOIN digests d ON d.id = e.digest_id WHERE d.guild = '{Asking}'",
            _ => null,
        };
        if (shown is null)
        {
            return offered.Count(it => !it.StartsWith(Asking, StringComparison.Ordinal));
        }

        await using var connection = await database.OpenAsync(CancellationToken.None);
        var own = (await connection.QueryAsync<string>(new CommandDefinition(shown, commandTimeout: 0))).ToHashSet(StringComparer.Ordinal);
        return offered.Count(it => !own.Contains(it));
    }

    private async Task<bool> AddSourcesAsync(DbTransaction transaction)
    {
        await database.Dialect.InsertManyAsync(
            transaction,
            "sources",
            ["kind", "url", "host", "added_at", "next_visit_at", "interval_seconds", "leased_until", "failures"],
            Enumerable.Range(1, Sources).Select(id => new object?[] { "feed", $"https://example.com/{id}", "example.com", 0L, 0L, 900L, 0L, 0L }),
            CancellationToken.None);
        await database.Dialect.InsertManyAsync(
            transaction,
            "subscriptions",
            ["guild", "source_id", "name", "backfill", "paused", "added_at", "news_from"],
            new[] { (Guild: Asking, Count: Read), (Guild: Other, Count: Sources) }.SelectMany(it => Enumerable.Range(1, it.Count)
                .Select(id => new object?[] { it.Guild, (long)id, $"{it.Guild} outlet {id}", "none", 0, 0L, 0L })),
            CancellationToken.None);
        return true;
    }

    private async Task<bool> AddEditionsAsync(DbTransaction transaction, StoredDigest digest)
    {
        var message = MessageJson.Write(new ChatMessage($"{digest.Digest.Name}", [], [.. Enumerable.Range(1, 8).Select(Story)], [], MessageLayout.Cards));
        var days = Enumerable.Range(1, Editions).Select(day => (Due: string.Create(CultureInfo.InvariantCulture, $"2026-03-{day:00}T08:00"), At: day * 86_400_000L)).ToList();
        await database.Dialect.InsertManyAsync(
            transaction,
            "editions",
            ["digest_id", "due_local", "due_at", "written_at", "status", "stories"],
            days.Select(day => new object?[] { digest.Id, day.Due, day.At, day.At, "written", 8L }),
            CancellationToken.None);
        await database.Dialect.InsertManyAsync(
            transaction,
            "deliveries",
            ["nonce", "digest_id", "due_local", "due_at", "channel", "message", "state", "attempts", "next_try_at", "leased_until", "may_have_arrived", "sent_at", "message_id"],
            days.Select(day => new object?[] { $"{digest.Id}-{day.Due}", digest.Id, day.Due, day.At, digest.Digest.Channel.ToString(), message, "sent", 1L, 0L, 0L, 0, day.At, $"{digest.Id}{day.At}" }),
            CancellationToken.None);
        return true;
    }

    private static Digest DigestOf(string guild, int number)
    {
        var options = new DigestOptions { Name = $"{guild} digest {number}", Channel = $"{1_100_000_000_000_000_000L + number}", Times = { "08:00" }, Guild = guild };
        options.Editing.Sections.Add(new SectionOptions { Name = $"{guild} section {number}", Terms = { "word" } });
        return ((DigestReadResult.Read)DigestReader.Read(options)).Digest;
    }

    private static StoryBlock Story(int number) => new(
        $"Headline {number} of a made-up outlet", new Uri($"https://example.com/{number}"), [new Quote(new string('x', 150), AfterGap: false), new Quote(new string('y', 150), AfterGap: true)], "Outlet", null, 3, null);
}
