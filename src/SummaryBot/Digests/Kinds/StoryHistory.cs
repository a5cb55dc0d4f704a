using Dapper;
using SummaryBot.Articles;
using SummaryBot.Articles.Search;
using SummaryBot.Chat;
using SummaryBot.Storage;
using SummaryBot.Stories;

namespace SummaryBot.Digests.Kinds;

/// <summary>Reads how a story went on, and which editions showed it.</summary>
public sealed class StoryHistory(Database database, StoryStore stories, ArticleStore articles, ArticleSearch search)
{
    /// <summary>The timeline of the story that a number stands for now; null where there is none.</summary>
    /// <param name="guild">The Discord server that asks: only its articles are read, and only its editions are named. Null for all.</param>
    /// <returns>With it the story's own number, and the editions by the article that they showed, the oldest first.</returns>
    public async Task<(long Id, StoryTimeline Timeline, ILookup<string, ShownEdition> Editions)?> FindAsync(long id, string? guild, CancellationToken cancellationToken)
    {
        if (await stories.FindAsync(id, cancellationToken) is not { } found)
        {
            return null;
        }

        var visible = guild is null ? found.ArticleIds : [.. await search.VisibleAsync([.. found.ArticleIds], new Viewer(guild), cancellationToken)];
        if (visible.Count == 0)
        {
            return null;
        }

        var timeline = StoryTimeline.Of(await articles.ReadAsync([.. visible], cancellationToken));
        return (found.Id, timeline, await EditionsAsync(timeline.Lines.Select(line => line.Article.Id), guild, cancellationToken));
    }

    /// <summary>Personal digests are for one person alone.</summary>
    private const string OfGuild = " AND coalesce(nullif(g.guild, ''), c.guild, '') = @guild AND d.channel NOT LIKE 'dm:%'";

    private async Task<ILookup<string, ShownEdition>> EditionsAsync(IEnumerable<string> articleIds, string? guild, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT s.article_id, g.name AS digest, d.due_local, d.state, d.channel, coalesce(c.guild, g.guild) AS guild, d.message_id
            FROM edition_articles AS s JOIN deliveries AS d ON d.digest_id = s.digest_id AND d.due_local = s.due_local
            JOIN digests AS g ON g.id = d.digest_id LEFT JOIN channel_guilds AS c ON c.channel = d.channel
            WHERE {database.Dialect.IsOneOf("s.article_id", "@ids")}{(guild is null ? "" : OfGuild)} ORDER BY d.due_at, g.name
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string ArticleId, string Digest, string DueLocal, string State, string Channel, string? Guild, string? MessageId)>(
            new CommandDefinition(sql, new { ids = database.Dialect.List(articleIds), guild }, cancellationToken: cancellationToken));
        return rows.ToLookup(
            row => row.ArticleId,
            row => new ShownEdition(row.Digest, row.DueLocal, row.State, MessageAddress.Of(ChannelAddress.TryParse(row.Channel)!, row.Guild, row.MessageId)),
            StringComparer.Ordinal);
    }
}

/// <summary>An edition that showed an article's story.</summary>
/// <param name="State">One of <see cref="DeliveryState"/>.</param>
/// <param name="Link">Where it can be read; null where it has no address.</param>
public sealed record ShownEdition(string Digest, string DueLocal, string State, Uri? Link);
