using SummaryBot.Articles;
using SummaryBot.Chat;

namespace SummaryBot.Host.Simulation;

/// <summary>Which rows of the input each stored article is: one that was told twice, or changed, is several.</summary>
internal sealed class ArticleBook
{
    private readonly Dictionary<string, List<SimulatedArticle>> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SimulatedArticle> _standing = new(StringComparer.Ordinal);
    private readonly HashSet<string> _toldAgain = new(StringComparer.Ordinal);

    /// <summary>The stored articles that are several rows.</summary>
    public IReadOnlyCollection<string> ToldAgain => _toldAgain;

    public void Add(TakenArticle taken, SimulatedArticle row)
    {
        if (!_rows.TryGetValue(taken.ArticleId, out var rows))
        {
            _rows.Add(taken.ArticleId, rows = []);
        }

        rows.Add(row);
        if (rows.Count > 1)
        {
            _toldAgain.Add(taken.ArticleId);
        }

        if (rows.Count == 1 || taken.As is TakenAs.Changed)
        {
            _standing[taken.ArticleId] = row;
        }
    }

    /// <summary>In the order in which they were seen.</summary>
    public IReadOnlyList<SimulatedArticle> RowsOf(string articleId) => _rows[articleId];

    /// <summary>The row that says what the article says now.</summary>
    public SimulatedArticle StandingRowOf(string articleId) => _standing[articleId];

    /// <summary>A row that has a sentence where it comes from: the one that stands, else the newest.</summary>
    public SimulatedArticle RowOf(string articleId, Quote sentence)
    {
        var standing = _standing[articleId];
        return Has(standing) ? standing : _rows[articleId].FindLast(Has) ?? standing;

        bool Has(SimulatedArticle row) => sentence.Origin!.IsIn(row.Article.Text, sentence.Text);
    }
}
