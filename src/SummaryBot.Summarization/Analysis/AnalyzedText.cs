using SummaryBot.Summarization.Text;

namespace SummaryBot.Summarization.Analysis;

/// <summary>A text as ranking sees it: its sentences as numbers of terms. A term is a stem, in English ROUGE's.</summary>
internal sealed class AnalyzedText
{
    /// <summary>Sentences after these are not ranked: what matters stands before, and the work grows with the square.</summary>
    public const int MostSentences = 200;

    private AnalyzedText(string text, IReadOnlyList<TextSpan> spans, Tokenizer tokenizer, AnalyzedSentence[] sentences, int[] title)
    {
        Text = text;
        Spans = spans;
        Sentences = sentences;
        Title = title;
        Terms = tokenizer.Terms;
        IsStop = [.. tokenizer.IsStop];
        IsContent = new bool[IsStop.Length];
        TermFrequency = new int[IsStop.Length];
        SentenceFrequency = new int[IsStop.Length];
        for (var term = 0; term < IsContent.Length; term++)
        {
            IsContent[term] = !IsStop[term] && (Terms[term].Length > 2 || Terms[term].AsSpan().IndexOfAnyExceptInRange('0', '9') < 0);
        }

        foreach (var sentence in sentences)
        {
            Count(TermFrequency, sentence.Tokens);
            Count(SentenceFrequency, sentence.Distinct);
        }
    }

    public string Text { get; }

    /// <summary>Where the sentences stand; there may be more than are ranked.</summary>
    public IReadOnlyList<TextSpan> Spans { get; }

    public AnalyzedSentence[] Sentences { get; }

    /// <summary>The distinct stems; a term's number is its place. Those of the title come last where the sentences lack them.</summary>
    public List<string> Terms { get; }

    /// <summary>For each term, whether it is a stop word.</summary>
    public bool[] IsStop { get; }

    /// <summary>For each term, whether it tells of the matter: no stop word, and of three letters or more or a number.</summary>
    public bool[] IsContent { get; }

    /// <summary>How often a term stands in the sentences.</summary>
    public int[] TermFrequency { get; }

    /// <summary>In how many sentences a term stands.</summary>
    public int[] SentenceFrequency { get; }

    /// <summary>The title's terms in order; none where there is no title.</summary>
    public int[] Title { get; }

    public ReadOnlySpan<char> TextOf(int sentence) => Text.AsSpan(Spans[sentence].Start, Spans[sentence].Length);

    public static AnalyzedText Of(string text, IReadOnlyList<TextSpan> spans, string? title, string? language, bool hasLists)
    {
        var tokenizer = new Tokenizer(language, hasLists);
        var sentences = new AnalyzedSentence[Math.Min(spans.Count, MostSentences)];
        for (var index = 0; index < sentences.Length; index++)
        {
            sentences[index] = tokenizer.Read(text.AsSpan(spans[index].Start, spans[index].Length));
        }

        return new AnalyzedText(text, spans, tokenizer, sentences, title is null ? [] : tokenizer.Read(title).Tokens);
    }

    private static void Count(int[] counts, int[] terms)
    {
        foreach (var term in terms)
        {
            counts[term]++;
        }
    }
}
