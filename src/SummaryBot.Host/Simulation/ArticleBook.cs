using SummaryBot.Chat;

namespace SummaryBot.Host.Simulation;

/// <summary>Which rows of the input each stored article is: one that was told twice, or changed, is several.</summary>
internal sealed class ArticleBook
{
    private readonly Dictionary<string, List<SimulatedArticle>> _rows = new(StringComparer.Ordinal);

    private readonly HashSet<string> _toldAgain = new(StringComparer.Ordinal);

    /// <summary>The stored articles that are several rows.</summary>
    public IReadOnlyCollection<string> ToldAgain => _toldAgain;

    public void Add(string articleId, SimulatedArticle row)
    {
        if (!_rows.TryGetValue(articleId, out var rows))
        {
            _rows.Add(articleId, rows = []);
        }

        rows.Add(row);
        if (rows.Count > 1)
        {
            _toldAgain.Add(articleId);
        }
    }

    /// <summary>In the order in which they were seen.</summary>
    public IReadOnlyList<SimulatedArticle> RowsOf(string articleId) => _rows[articleId];

    /// <summary>The newest row that has a sentence where it comes from.</summary>
    public SimulatedArticle RowOf(string articleId, Quote sentence) =>
        _rows[articleId].FindLast(row => sentence.Origin!.IsIn(row.Article.Text, sentence.Text)) ?? _rows[articleId][0];
}
