using SummaryBot.Digests.Selection;

namespace SummaryBot.Host.Simulation;

/// <summary>What became of each row of the input in each edition of each digest.</summary>
internal sealed class Verdicts(ArticleBook book)
{
    private readonly Dictionary<(long DigestId, string ArticleId), Last> _last = [];

    /// <summary>
    /// The verdicts of one edition. A row that is an article already told shares its verdict, and where the digest is done with that article it gets one of its own
    /// in the next edition, so that every row has one.
    /// </summary>
    /// <param name="record">Null where nothing was chosen.</param>
    public IReadOnlyList<(SimulatedArticle Article, Verdict Verdict, string Reason)> Of(long digestId, SelectionRecord? record)
    {
        if (record is null)
        {
            return [];
        }

        var told = record.Stories.SelectMany(story => story.Articles).SelectMany(verdict => Told(digestId, verdict)).ToList();
        var late = book.ToldAgain.Where(id => _last.ContainsKey((digestId, id))).SelectMany(id => ToldAgain(digestId, id));
        return [.. told, .. late];
    }

    private IEnumerable<(SimulatedArticle, Verdict, string)> Told(long digestId, ArticleVerdict verdict)
    {
        var (rows, standing) = (book.RowsOf(verdict.ArticleId), book.StandingRowOf(verdict.ArticleId));
        _last[(digestId, verdict.ArticleId)] = new Last(verdict.Verdict, standing, rows.Count);
        return rows.Select(row => ReferenceEquals(row, standing) ? (row, verdict.Verdict, verdict.Reason) : Again(row, standing, verdict.Verdict));
    }

    private IEnumerable<(SimulatedArticle, Verdict, string)> ToldAgain(long digestId, string articleId)
    {
        var (rows, last) = (book.RowsOf(articleId), _last[(digestId, articleId)]);
        _last[(digestId, articleId)] = last with { Rows = rows.Count };
        return rows.Skip(last.Rows).Select(row => Again(row, last.Standing, last.Verdict));
    }

    private static (SimulatedArticle, Verdict, string) Again(SimulatedArticle row, SimulatedArticle standing, Verdict verdict) =>
        (row, verdict is Verdict.Shown ? Verdict.Merged : verdict, $"the same article as {standing.Key}");

    /// <summary>What a digest made of an article at last.</summary>
    /// <param name="Standing">The row that it was then.</param>
    /// <param name="Rows">How many rows have a verdict.</param>
    private sealed record Last(Verdict Verdict, SimulatedArticle Standing, int Rows);
}
