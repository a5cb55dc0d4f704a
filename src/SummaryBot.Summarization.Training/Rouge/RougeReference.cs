namespace SummaryBot.Summarization.Training.Rouge;

/// <summary>A reference summary as numbers: its stems and bigrams, each with how often it occurs.</summary>
internal sealed class RougeReference
{
    /// <summary>The number of what the reference lacks.</summary>
    public const int Absent = -1;

    private const int Bits = 64;
    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<(int One, int Other), int> _bigrams = [];

    /// <param name="text">One line for each sentence.</param>
    public RougeReference(string text)
    {
        Lines = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Number)];
        Tokens = [.. Lines.SelectMany(line => line)];
        StemCounts = new int[_stems.Count];
        Array.ForEach(Tokens, token => StemCounts[token]++);
        BigramCounts = CountBigrams();
        Repeated = new ulong[MaskLength];
        for (var at = 0; at < Tokens.Length; at++)
        {
            Repeated[at / Bits] |= StemCounts[Tokens[at]] > 1 ? 1UL << (at % Bits) : 0;
        }
    }

    /// <summary>Its tokens line by line.</summary>
    public int[][] Lines { get; }

    /// <summary>The tokens of all lines.</summary>
    public int[] Tokens { get; }

    public int Length => Tokens.Length;

    /// <summary>How many words of 64 bits hold a bit for each token.</summary>
    public int MaskLength => (Tokens.Length + Bits - 1) / Bits;

    public int[] StemCounts { get; }

    public int[] BigramCounts { get; }

    /// <summary>A bit for each token, set where its stem occurs more than once.</summary>
    public ulong[] Repeated { get; }

    public int Stem(string stem) => _stems.GetValueOrDefault(stem, Absent);

    public int Bigram(int one, int other) => one == Absent || other == Absent ? Absent : _bigrams.GetValueOrDefault((one, other), Absent);

    private int[] Number(string line)
    {
        var numbers = new List<int>();
        foreach (var token in RougeTokens.Of(line))
        {
            _stems.TryAdd(token, _stems.Count);
            numbers.Add(_stems[token]);
        }

        return [.. numbers];
    }

    /// <summary>Bigrams go across the ends of lines.</summary>
    private int[] CountBigrams()
    {
        var counts = new List<int>();
        for (var at = 0; at + 1 < Tokens.Length; at++)
        {
            if (_bigrams.TryAdd((Tokens[at], Tokens[at + 1]), counts.Count))
            {
                counts.Add(0);
            }

            counts[_bigrams[(Tokens[at], Tokens[at + 1])]]++;
        }

        return [.. counts];
    }
}
