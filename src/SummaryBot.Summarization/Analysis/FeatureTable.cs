namespace SummaryBot.Summarization.Analysis;

/// <summary>Named columns of figures, one value for each thing that is compared: a sentence, a set of sentences, a term.</summary>
internal sealed class FeatureTable(int rows)
{
    private readonly List<string> _names = [];
    private readonly List<double[]> _columns = [];

    public int Rows => rows;

    public IReadOnlyList<string> Names => _names;

    public IReadOnlyList<double[]> Columns => _columns;

    public double[] this[string name] => _columns[_names.IndexOf(name)];

    public double[] Add(string name, Func<int, double> value)
    {
        var column = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            column[row] = value(row);
        }

        return Add(name, column);
    }

    public double[] Add(string name, double[] column)
    {
        _names.Add(name);
        _columns.Add(column);
        return column;
    }

    /// <summary>Adds each row's rank by a column, the highest 0, as a share of the rows; of equals the earlier is the higher.</summary>
    public double[] AddRank(string name, double[] of)
    {
        var order = Ranking.Order.Descending(of);
        var rank = new double[rows];
        for (var place = 0; place < rows; place++)
        {
            rank[order[place]] = (double)place / Math.Max(1, rows - 1);
        }

        return Add(name, rank);
    }
}
