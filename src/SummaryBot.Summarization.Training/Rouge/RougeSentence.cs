namespace SummaryBot.Summarization.Training.Rouge;

/// <summary>What one sentence shares with a reference.</summary>
internal sealed class RougeSentence
{
    private const int Bits = 64;

    public RougeSentence(string text, RougeReference reference)
    {
        int[] tokens = [.. RougeTokens.Of(text).Select(reference.Stem)];
        Length = tokens.Length;
        (First, Last) = tokens is [] ? (RougeReference.Absent, RougeReference.Absent) : (tokens[0], tokens[^1]);
        Stems = [.. tokens.Where(token => token != RougeReference.Absent)];
        Bigrams = [.. tokens.Zip(tokens.Skip(1), reference.Bigram).Where(bigram => bigram != RougeReference.Absent)];
        Common = new ulong[reference.MaskLength];
        var start = 0;
        foreach (var line in reference.Lines)
        {
            AddCommon(line, tokens, start);
            start += line.Length;
        }
    }

    /// <summary>How many tokens it has.</summary>
    public int Length { get; }

    /// <summary>The stems of its first and of its last token, as the reference numbers them.</summary>
    public int First { get; }

    /// <inheritdoc cref="First"/>
    public int Last { get; }

    /// <summary>Each of its tokens that the reference has too.</summary>
    public int[] Stems { get; }

    /// <summary>Each of its bigrams that the reference has too.</summary>
    public int[] Bigrams { get; }

    /// <summary>A bit for each token of the reference, set where the longest common subsequence of its line and the sentence has it.</summary>
    public ulong[] Common { get; }

    /// <summary>Walks back through the table of lengths; ties as in rouge_scorer.py.</summary>
    private void AddCommon(int[] line, int[] sentence, int start)
    {
        var lengths = Lengths(line, sentence);
        for (var (i, j) = (line.Length, sentence.Length); i > 0 && j > 0;)
        {
            if (line[i - 1] == sentence[j - 1])
            {
                (i, j) = (i - 1, j - 1);
                Common[(start + i) / Bits] |= 1UL << ((start + i) % Bits);
            }
            else if (lengths[i, j - 1] > lengths[i - 1, j])
            {
                j--;
            }
            else
            {
                i--;
            }
        }
    }

    private static int[,] Lengths(int[] line, int[] sentence)
    {
        var lengths = new int[line.Length + 1, sentence.Length + 1];
        for (var i = 1; i <= line.Length; i++)
        {
            for (var j = 1; j <= sentence.Length; j++)
            {
                lengths[i, j] = line[i - 1] == sentence[j - 1]
                    ? lengths[i - 1, j - 1] + 1
                    : Math.Max(lengths[i - 1, j], lengths[i, j - 1]);
            }
        }

        return lengths;
    }
}
