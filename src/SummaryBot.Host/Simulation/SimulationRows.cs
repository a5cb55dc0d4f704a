using System.Globalization;
using System.Text.Json.Nodes;
using Dapper;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Digests.Selection;
using SummaryBot.Storage;
using SummaryBot.Stories;

namespace SummaryBot.Host.Simulation;

/// <summary>What came of an edition, as rows of the output: itself, where it was sent, and the verdicts on its candidates.</summary>
internal sealed class SimulationRows(ScratchBot bot, ArticleBook book, IReadOnlyDictionary<long, Digest> digests)
{
    private readonly Verdicts _verdicts = new(book);
    private readonly HashSet<(long DigestId, string DueLocal)> _told = [];

    /// <summary>Editions whose message was not sent, each with the reason.</summary>
    public List<string> Unsent { get; } = [];

    public int Editions { get; private set; }

    /// <summary>The rows of the editions that were written at a time.</summary>
    public async Task<IReadOnlyList<JsonObject>> WrittenAtAsync(DateTimeOffset time, CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT e.digest_id, e.due_local, e.due_at, d.state, d.sent_at, d.reason, d.message
            FROM editions AS e LEFT JOIN deliveries AS d ON d.digest_id = e.digest_id AND d.due_local = e.due_local
            WHERE e.written_at = @at ORDER BY e.due_at, e.digest_id, e.due_local
            """;
        await using var connection = await bot.Get<Database>().OpenAsync(cancellationToken);
        var written = await connection.QueryAsync<Written>(
            new CommandDefinition(Sql, new { at = time.ToUnixTimeMilliseconds() }, cancellationToken: cancellationToken));
        var rows = new List<JsonObject>();
        foreach (var edition in written.Where(edition => _told.Add((edition.DigestId, edition.DueLocal))))
        {
            rows.AddRange(await OfAsync(edition, cancellationToken));
        }

        return rows;
    }

    private async Task<IEnumerable<JsonObject>> OfAsync(Written edition, CancellationToken cancellationToken)
    {
        var digest = digests[edition.DigestId];
        var record = await bot.Get<SelectionStore>().OfAsync(edition.DigestId, edition.DueLocal, cancellationToken);
        var verdicts = _verdicts.Of(edition.DigestId, record).Select(verdict => new JsonObject
        {
            ["kind"] = "verdict",
            ["digest"] = digest.Name,
            ["due"] = edition.DueLocal,
            ["article"] = verdict.Article.Id.DeepClone(),
            ["verdict"] = ChoiceText.Of(verdict.Verdict),
            ["reason"] = verdict.Reason,
        });
        if (edition.State is not null and not DeliveryState.Sent)
        {
            Unsent.Add($"{digest.Name} of {edition.DueLocal} was not sent: {edition.Reason}");
        }

        return edition.SentAt is null ? verdicts : verdicts.Prepend(await EditionAsync(digest, edition, cancellationToken));
    }

    private async Task<JsonObject> EditionAsync(Digest digest, Written edition, CancellationToken cancellationToken)
    {
        Editions++;
        var stories = MessageJson.Read(edition.Message!).Stories;
        var storyOf = await bot.Get<StoryStore>().OfAsync(stories.Select(story => story.ArticleId!), cancellationToken);
        var rows = new JsonArray();
        foreach (var story in stories)
        {
            rows.Add(await StoryAsync(story, storyOf.TryGetValue(story.ArticleId!, out var id) ? id : null, cancellationToken));
        }

        var sentAt = DateTimeOffset.FromUnixTimeMilliseconds(edition.SentAt!.Value);
        return new JsonObject
        {
            ["kind"] = "edition",
            ["digest"] = digest.Name,
            ["due"] = edition.DueLocal,
            ["zone"] = digest.Schedule.Zone.Id,
            ["sentAt"] = sentAt.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture),
            ["lateMinutes"] = (long)(sentAt - DateTimeOffset.FromUnixTimeMilliseconds(edition.DueAt)).TotalMinutes,
            ["stories"] = rows,
        };
    }

    private async Task<JsonObject> StoryAsync(StoryBlock block, long? story, CancellationToken cancellationToken)
    {
        var articles = story is { } id && await bot.Get<StoryStore>().FindAsync(id, cancellationToken) is var (_, all) ? all : [block.ArticleId!];
        return new JsonObject
        {
            ["story"] = story,
            ["headline"] = block.Headline,
            ["articles"] = new JsonArray([.. articles.SelectMany(book.RowsOf).Select(row => row.Id.DeepClone())]),
            ["update"] = block.IsUpdate,
            ["why"] = block.Why,
            ["sentences"] = new JsonArray([.. block.Sentences.Select(sentence => Sentence(sentence.Origin!.ArticleId ?? block.ArticleId!, sentence))]),
        };
    }

    private JsonObject Sentence(string articleId, Quote sentence)
    {
        var (row, origin) = (book.RowOf(articleId, sentence), sentence.Origin!);
        return new JsonObject
        {
            ["article"] = row.Id.DeepClone(),
            ["start"] = origin.Start,
            ["end"] = origin.End,
            ["text"] = row.Article.Text[origin.Start..origin.End],
        };
    }

    private sealed class Written
    {
        public long DigestId { get; init; }

        public required string DueLocal { get; init; }

        public long DueAt { get; init; }

        /// <summary>Of its delivery, as all below; null where it has none.</summary>
        public string? State { get; init; }

        public long? SentAt { get; init; }

        public string? Reason { get; init; }

        public string? Message { get; init; }
    }
}
