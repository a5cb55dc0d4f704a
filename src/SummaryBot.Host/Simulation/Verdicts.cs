using SummaryBot.Digests.Selection;

namespace SummaryBot.Host.Simulation;

/// <summary>What became of each row of the input in each edition of each digest.</summary>
internal sealed class Verdicts(ArticleBook book)
{
    private readonly Dictionary<(long DigestId, string ArticleId), Verdict> _last = [];
    private readonly Dictionary<(long DigestId, string ArticleId), int> _rowsTold = [];

    /// <summary>
    /// The verdicts of one edition. A row that is an article already told shares its verdict, and where the digest is done with that article it gets one of its own
    /// in the next edition, so that every row has one.
    /// </summary>
    /// <param name="record">Null where nothing was chosen.</param>
    public IEnumerable<(SimulatedArticle Article, Verdict Verdict, string Reason)> Of(long digestId, SelectionRecord? record)
    {
        if (record is null)
        {
            return [];
        }

        var judged = record.Stories.SelectMany(story => story.Articles).ToList();
        var told = judged.SelectMany(verdict => Told(digestId, verdict)).ToList();
        var late = book.ToldAgain.Where(id => _last.TryGetValue((digestId, id), out _)).SelectMany(id => ToldAgain(digestId, id)).ToList();
        return [.. told, .. late];
    }

    private IEnumerable<(SimulatedArticle, Verdict, string)> Told(long digestId, ArticleVerdict verdict)
    {
        var rows = book.RowsOf(verdict.ArticleId);
        _last[(digestId, verdict.ArticleId)] = verdict.Verdict;
        _rowsTold[(digestId, verdict.ArticleId)] = rows.Count;
        return rows.Select((row, i) => i == 0 ? (row, verdict.Verdict, verdict.Reason) : Again(row, rows[0], verdict.Verdict));
    }

    private IEnumerable<(SimulatedArticle, Verdict, string)> ToldAgain(long digestId, string articleId)
    {
        var rows = book.RowsOf(articleId);
        var first = _rowsTold[(digestId, articleId)];
        _rowsTold[(digestId, articleId)] = rows.Count;
        return rows.Skip(first).Select(row => Again(row, rows[0], _last[(digestId, articleId)]));
    }

    private static (SimulatedArticle, Verdict, string) Again(SimulatedArticle row, SimulatedArticle first, Verdict verdict) =>
        (row, verdict is Verdict.Shown ? Verdict.Merged : verdict, $"the same article as {first.Key}");
}
