using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.Stories;

/// <summary>The rounds in which articles are given their stories, as the database keeps them: one at a time, whatever number of instances there are.</summary>
internal sealed class StoryRounds(Database database)
{
    private static readonly string[] ArticleColumns = ["article_id", "story_id", "dated_at", "round"];

    /// <summary>Whether an article waits for its story; costs next to nothing.</summary>
    public async Task<bool> IsAnyWaitingAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<long?>(
            new CommandDefinition("SELECT seq FROM story_waiting LIMIT 1", cancellationToken: cancellationToken)) is not null;
    }

    /// <summary>Begins a round. Until the transaction ends no other one begins, in any instance.</summary>
    public static async Task<StoryRound> BeginAsync(DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.Connection!.QuerySingleAsync<StoryRound>(new CommandDefinition(
            "UPDATE story_state SET round = round + 1 WHERE id = 1 RETURNING round AS number, next_story", null, transaction, cancellationToken: cancellationToken));

    /// <summary>Takes the first of the articles that wait; those that were removed meanwhile are left out.</summary>
    public static async Task<IReadOnlyList<RoundArticle>> TakeWaitingAsync(DbTransaction transaction, int limit, CancellationToken cancellationToken)
    {
        const string First = "IN (SELECT dated_at, seq FROM story_waiting ORDER BY dated_at, seq LIMIT @limit)";
        const string Sql = $"""
            SELECT a.id, a.headline, a.text, a.source, a.language, w.dated_at FROM story_waiting AS w JOIN articles AS a ON a.seq = w.seq
            WHERE (w.dated_at, w.seq) {First} ORDER BY w.dated_at, w.seq
            """;
        var connection = transaction.Connection!;
        var rows = await connection.QueryAsync<RoundArticle>(new CommandDefinition(Sql, new { limit }, transaction, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(
            $"DELETE FROM story_waiting WHERE (dated_at, seq) {First}", new { limit }, transaction, cancellationToken: cancellationToken));
        return [.. rows];
    }

    /// <summary>The number of the last round that was written.</summary>
    public static async Task<long> LastAsync(DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken) =>
        await connection.QuerySingleAsync<long>(
            new CommandDefinition("SELECT round FROM story_state WHERE id = 1", null, transaction, cancellationToken: cancellationToken));

    /// <summary>The stories of the articles that came to theirs in later rounds than one, by the articles' ids.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> PutSinceAsync(DbTransaction transaction, long round, CancellationToken cancellationToken)
    {
        const string Sql = "SELECT article_id, story_id FROM story_articles WHERE round > @round";
        var rows = await transaction.Connection!.QueryAsync<(string ArticleId, long StoryId)>(
            new CommandDefinition(Sql, new { round }, transaction, cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.ArticleId, row => row.StoryId, StringComparer.Ordinal);
    }

    /// <summary>The articles of the window that came to their story in later rounds than one, oldest first and one by one: they may be many.</summary>
    public static async IAsyncEnumerable<RoundArticle> AssignedSinceAsync(
        DbConnection connection, DbTransaction? transaction, long round, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT a.id, a.headline, a.text, a.source, a.language, m.dated_at, m.story_id FROM story_articles AS m JOIN articles AS a ON a.id = m.article_id
            WHERE m.round > @round AND m.dated_at >= @from ORDER BY m.dated_at, a.seq
            """;
        const string Newest = "SELECT max(dated_at) FROM story_articles";
        var last = await connection.QuerySingleAsync<long?>(new CommandDefinition(Newest, null, transaction, cancellationToken: cancellationToken));
        var from = (last ?? 0) - (long)StoryClusterer.Window.TotalMilliseconds;
        await foreach (var article in connection.QueryUnbufferedAsync<RoundArticle>(Sql, new { round, from }, transaction).WithCancellation(cancellationToken))
        {
            yield return article;
        }
    }

    /// <summary>Writes where the articles of a round were put, and what that changed.</summary>
    public async Task WriteAsync(
        DbTransaction transaction, StoryRound round, IReadOnlyList<(RoundArticle Article, StoryAssignment Assignment)> assigned, CancellationToken cancellationToken)
    {
        await database.Dialect.InsertManyAsync(
            transaction,
            "story_articles",
            ArticleColumns,
            assigned.Select(it => new object?[] { it.Article.Id, it.Assignment.Story, it.Article.DatedAt, round.Number }),
            cancellationToken);
        await AddStoriesAsync(transaction, assigned, cancellationToken);
        foreach (var (_, assignment) in assigned.Where(it => it.Assignment.Moved.Count + it.Assignment.Merged.Count > 0))
        {
            await MoveAsync(transaction, round.Number, assignment, cancellationToken);
        }

        await ExecuteAsync(transaction, "UPDATE story_state SET next_story = @NextStory WHERE id = 1", new { round.NextStory }, cancellationToken);
    }

    /// <summary>New stories, those that articles are split off to as well, and how far the known ones reach now.</summary>
    private static async Task AddStoriesAsync(
        DbTransaction transaction, IReadOnlyList<(RoundArticle Article, StoryAssignment Assignment)> assigned, CancellationToken cancellationToken)
    {
        const string Sql = """
            INSERT INTO stories (id, first_at, last_at) VALUES (@Id, @FirstAt, @LastAt) ON CONFLICT (id) DO UPDATE SET
                first_at = CASE WHEN excluded.first_at < stories.first_at THEN excluded.first_at ELSE stories.first_at END,
                last_at = CASE WHEN excluded.last_at > stories.last_at THEN excluded.last_at ELSE stories.last_at END
            """;
        var stories = assigned
            .SelectMany(it => it.Assignment.Moved.Select(move => move.To).Append(it.Assignment.Story).Select(story => (Id: story, it.Article.DatedAt)))
            .GroupBy(it => it.Id, it => it.DatedAt)
            .Select(dates => new { Id = dates.Key, FirstAt = dates.Min(), LastAt = dates.Max() });
        await ExecuteAsync(transaction, Sql, stories, cancellationToken);
    }

    /// <summary>A merged story stands in one step for the one that it is a part of, however often that happens.</summary>
    private async Task MoveAsync(DbTransaction transaction, long round, StoryAssignment assignment, CancellationToken cancellationToken)
    {
        var dialect = database.Dialect;
        await ExecuteAsync(
            transaction,
            "UPDATE story_articles SET story_id = @To, round = @round WHERE article_id = @ArticleId",
            assignment.Moved.Select(move => new { move.To, round, move.ArticleId }),
            cancellationToken);
        var touched = assignment.Moved.SelectMany(move => new[] { move.From, move.To }).Append(assignment.Story).Distinct();
        var merged = new { into = assignment.Story, merged = dialect.List(assignment.Merged), round, touched = dialect.List(touched) };
        string[] steps =
        [
            $"UPDATE story_articles SET story_id = @into, round = @round WHERE {dialect.IsOneOf("story_id", "@merged")}",
            $"UPDATE stories SET merged_into = @into WHERE {dialect.IsOneOf("id", "@merged")} OR {dialect.IsOneOf("merged_into", "@merged")}",
            $"""
            UPDATE stories SET first_at = coalesce((SELECT min(dated_at) FROM story_articles WHERE story_id = stories.id), first_at),
                last_at = coalesce((SELECT max(dated_at) FROM story_articles WHERE story_id = stories.id), last_at) WHERE {dialect.IsOneOf("id", "@touched")}
            """,
        ];
        foreach (var step in steps)
        {
            await ExecuteAsync(transaction, step, merged, cancellationToken);
        }
    }

    private static async Task ExecuteAsync(DbTransaction transaction, string sql, object values, CancellationToken cancellationToken) =>
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, values, transaction, cancellationToken: cancellationToken));
}
