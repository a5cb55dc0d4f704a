using SummaryBot.Summarization.Models;

namespace SummaryBot.Summarization.Training.Stages;

/// <summary>What is known of the words of the corpus when one of its parts is held out: everything that news teaches, or for other languages nothing.</summary>
internal sealed class Knowledge
{
    private readonly Embeddings _embeddings;
    private readonly int[][] _rows;
    private readonly Dictionary<(int, int), TermPrior[]> _priors = [];

    private Knowledge(IReadOnlyList<TrainingText> texts, string[] terms, Embeddings embeddings, bool isKnown)
    {
        _embeddings = embeddings;
        var vocabulary = new Vocabulary(terms, [], embeddings);
        _rows = [.. texts.Select(text => vocabulary.Rows(text.Text))];
        IsKnown = isKnown;
        var priors = new TermPriors(texts, _rows, terms.Length);
        for (var fold = Trainer.All; fold < Trainer.Folds; fold++)
        {
            for (var other = Trainer.All; other < Trainer.Folds; other++)
            {
                _priors[(fold, other)] = priors.Of(fold, other);
            }
        }

        Vocabulary = new Vocabulary(terms, _priors[(Trainer.All, Trainer.All)], embeddings);
    }

    public bool IsKnown { get; }

    public Vocabulary Vocabulary { get; }

    public static Knowledge OfNews(IReadOnlyList<TrainingText> texts)
    {
        var (terms, embeddings) = EmbeddingTrainer.Train([.. texts.Select(text => text.Text)]);
        return new Knowledge(texts, terms, embeddings, isKnown: true);
    }

    public static Knowledge None(IReadOnlyList<TrainingText> texts) => new(texts, [], Embeddings.None, isKnown: false);

    public void Measure(IReadOnlyList<TrainingText> texts) =>
        Parallel.For(0, texts.Count, t => texts[t].Measure(Priors(texts[t], t, Trainer.All), _embeddings, _rows[t]));

    /// <param name="text">A text of the corpus.</param>
    /// <param name="place">Its place there.</param>
    /// <param name="fold">A part that is held out besides the text's own.</param>
    public TermPrior[] Priors(TrainingText text, int place, int fold)
    {
        var priors = _priors[(fold, text.Fold)];
        return IsKnown ? Array.ConvertAll(_rows[place], row => row < 0 ? Vocabulary.Unknown : priors[row]) : Vocabulary.UnknownPriors(text.Text);
    }
}
