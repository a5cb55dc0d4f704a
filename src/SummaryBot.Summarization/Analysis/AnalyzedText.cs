using SummaryBot.Summarization.Text;

namespace SummaryBot.Summarization.Analysis;

/// <summary>A text as ranking sees it: its sentences as numbers of terms. A term is a stem, in English ROUGE's.</summary>
internal sealed class AnalyzedText
{
    /// <summary>Sentences after these are not ranked: what matters stands before, and the work grows with the square.</summary>
    public const int MostSentences = 200;

    private AnalyzedText(Tokenizer tokenizer, AnalyzedSentence[] sentences, int[] title)
    {
        Sentences = sentences;
        Title = title;
        Terms = tokenizer.Terms;
        IsStop = tokenizer.IsStop;
        TermFrequency = new int[Terms.Count];
        SentenceFrequency = new int[Terms.Count];
        foreach (var sentence in sentences)
        {
            foreach (var term in sentence.Tokens)
            {
                TermFrequency[term]++;
            }

            foreach (var term in sentence.Distinct)
            {
                SentenceFrequency[term]++;
            }
        }
    }

    public IReadOnlyList<AnalyzedSentence> Sentences { get; }

    /// <summary>The distinct stems; a term's number is its place. Those of the title come last where the sentences lack them.</summary>
    public IReadOnlyList<string> Terms { get; }

    /// <summary>Whether a term is a stop word.</summary>
    public IReadOnlyList<bool> IsStop { get; }

    /// <summary>How often a term stands in the sentences.</summary>
    public int[] TermFrequency { get; }

    /// <summary>In how many sentences a term stands.</summary>
    public int[] SentenceFrequency { get; }

    /// <summary>The title's terms in order; none where there is no title.</summary>
    public IReadOnlyList<int> Title { get; }

    public static AnalyzedText Of(string text, IReadOnlyList<TextSpan> spans, string? title, string? language)
    {
        var tokenizer = new Tokenizer(language);
        var sentences = new AnalyzedSentence[Math.Min(spans.Count, MostSentences)];
        for (var index = 0; index < sentences.Length; index++)
        {
            sentences[index] = tokenizer.Read(text.AsSpan(spans[index].Start, spans[index].Length));
        }

        return new AnalyzedText(tokenizer, sentences, title is null ? [] : tokenizer.Read(title).Tokens);
    }

    /// <summary>Whether a term tells of the matter: no stop word, and of three letters or more or a number.</summary>
    public bool IsContent(int term) => !IsStop[term] && (Terms[term].Length > 2 || Terms[term].All(char.IsDigit));
}
