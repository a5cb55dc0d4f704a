using SummaryBot.Summarization.Models;

namespace SummaryBot.Summarization.Analysis;

/// <summary>What is known of a text before anything trained looks at it.</summary>
internal sealed class Evidence
{
    /// <param name="text">At least one sentence.</param>
    /// <param name="priors">For each term, what news has taught of it.</param>
    /// <param name="embeddings">Vectors of terms.</param>
    /// <param name="rows">For each term its place among them; -1 for none.</param>
    public Evidence(AnalyzedText text, TermPrior[] priors, Embeddings embeddings, int[] rows)
    {
        (Text, Priors) = (text, priors);
        Bigrams = new Bigrams(text);
        Idf = Array.ConvertAll(priors, prior => prior.Idf);
        Similarity = new SentenceSimilarity(text, Idf);
        Vectors = new SentenceVectors(text, embeddings, rows);
        InTitle = new bool[text.Terms.Count];
        foreach (var term in text.Title)
        {
            InTitle[term] = true;
        }

        var titled = InTitle.Where((inTitle, term) => inTitle && text.IsContent[term]).Count();
        TitleOverlap = Array.ConvertAll(
            text.Sentences, sentence => (float)sentence.Distinct.Count(term => InTitle[term] && text.IsContent[term]) / Math.Max(1, titled));
        IsQuoted = [.. Enumerable.Range(0, text.Sentences.Length).Select(i => text.TextOf(i).IndexOfAny(QuotationMarks) >= 0)];
    }

    private Evidence(Evidence other, TermPrior[] priors)
    {
        (Text, Priors, Idf, Bigrams, Similarity, Vectors) = (other.Text, priors, other.Idf, other.Bigrams, other.Similarity, other.Vectors);
        (InTitle, TitleOverlap, IsQuoted) = (other.InTitle, other.TitleOverlap, other.IsQuoted);
    }

    public AnalyzedText Text { get; }

    public TermPrior[] Priors { get; }

    /// <summary>For each term how rare it is in news.</summary>
    public float[] Idf { get; }

    public Bigrams Bigrams { get; }

    public SentenceSimilarity Similarity { get; }

    public SentenceVectors Vectors { get; }

    /// <summary>For each term, whether the title has it.</summary>
    public bool[] InTitle { get; }

    /// <summary>For each sentence, the share of the title's content terms that it has.</summary>
    public float[] TitleOverlap { get; }

    /// <summary>For each sentence, whether quotation marks stand in it.</summary>
    public bool[] IsQuoted { get; }

    /// <summary>The same with other priors, of the same idf.</summary>
    public Evidence With(TermPrior[] priors) => new(this, priors);

    private static System.Buffers.SearchValues<char> QuotationMarks { get; } = System.Buffers.SearchValues.Create("\"“”«»„`");
}
