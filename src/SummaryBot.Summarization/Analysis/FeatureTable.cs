namespace SummaryBot.Summarization.Analysis;

/// <summary>Named columns of figures, one value for each thing that is compared: a sentence, a set of sentences, a term.</summary>
internal sealed class FeatureTable(int rows)
{
    private readonly List<string> _names = new(120);
    private readonly List<float[]> _columns = new(120);

    public int Rows => rows;

    public IReadOnlyList<string> Names => _names;

    public IReadOnlyList<float[]> Columns => _columns;

    public float[] this[string name] => _columns[PlaceOf(name)];

    /// <summary>Names are constants of the program, so most are found by reference.</summary>
    private int PlaceOf(string name)
    {
        for (var place = 0; place < _names.Count; place++)
        {
            if (ReferenceEquals(_names[place], name))
            {
                return place;
            }
        }

        return _names.IndexOf(name);
    }

    public float[] Add(string name, Func<int, float> value)
    {
        var column = new float[rows];
        for (var row = 0; row < rows; row++)
        {
            column[row] = value(row);
        }

        return Add(name, column);
    }

    public float[] Add(string name, float[] column)
    {
        _names.Add(name);
        _columns.Add(column);
        return column;
    }

    /// <summary>Adds each row's rank by a column, the highest 0, as a share of the rows; of equals the earlier is the higher.</summary>
    public float[] AddRank(string name, float[] of)
    {
        var order = Ranking.Order.Descending(of);
        var rank = new float[rows];
        for (var place = 0; place < rows; place++)
        {
            rank[order[place]] = (float)place / Math.Max(1, rows - 1);
        }

        return Add(name, rank);
    }
}
