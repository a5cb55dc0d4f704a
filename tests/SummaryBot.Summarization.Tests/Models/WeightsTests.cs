using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Models;
using SummaryBot.Summarization.Ranking;
using SummaryBot.Summarization.Reading;
using SummaryBot.Summarization.Selection;
using SummaryBot.Summarization.Text;
using SummaryBot.Summarization.Training;

namespace SummaryBot.Summarization.Tests.Models;

public sealed class WeightsTests
{
    private const string Text =
        "The port of Lindenau opened a second terminal on Monday. It will handle 54 containers a day, Mayor Karin Vogt said. Nobody had expected that. "
        + "The first terminal was built in 1998. Ships from three countries came to the opening. Work on a railway begins in May.";

    [Fact]
    public void The_weights_fit_the_features_that_the_program_measures()
    {
        var models = TrainedModels.Default;
        AssertFits(models.English, models.Vocabulary.Measure(Analyzed(hasLists: true)));
        AssertFits(models.Other, Vocabulary.MeasureUnknown(Analyzed(hasLists: false)));
    }

    [Fact]
    public void Weights_that_are_written_and_read_are_the_same_bytes()
    {
        using var first = new MemoryStream();
        ModelFile.Write(first, TrainedModels.Default);
        first.Position = 0;
        using var second = new MemoryStream();
        ModelFile.Write(second, ModelFile.Read(first));
        Assert.Equal(first.ToArray(), second.ToArray());
        Assert.InRange(first.Length, 1, 5_000_000);
    }

    [Fact]
    public void Weights_of_another_version_are_refused_with_the_remedy()
    {
        using var stream = new MemoryStream();
        ModelFile.Write(stream, TrainedModels.Default);
        stream.Position = 19; // after the name comes the version
        stream.WriteByte(99);
        stream.Position = 0;
        Assert.Contains("train them anew", Assert.Throws<InvalidDataException>(() => ModelFile.Read(stream)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Training_twice_gives_the_same_bytes()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "..", "shared", "eval");
        Assert.SkipUnless(Directory.Exists(folder), "../shared is absent: there is nothing to train on.");
        CorpusArticle[] articles =
        [
            .. Corpus.Read(Path.Combine(folder, "cnndm_train.jsonl")).Take(40), .. Corpus.Read(Path.Combine(folder, "inshorts_train.jsonl")).Take(40),
        ];
        Assert.Equal(Train(articles), Train(articles));
    }

    private static byte[] Train(CorpusArticle[] articles)
    {
        var (vocabulary, english, _) = ModelTraining.English(articles, _ => { }, (_, _, _) => { });
        var (other, _) = ModelTraining.Other(articles, _ => { }, (_, _, _) => { });
        using var stream = new MemoryStream();
        ModelFile.Write(stream, new TrainedModels(vocabulary, english, other));
        return stream.ToArray();
    }

    private static AnalyzedText Analyzed(bool hasLists) => AnalyzedText.Of(Text, SentenceSplitter.Split(Text, "en"), "A second terminal", "en", hasLists);

    private static void AssertFits(SummaryModel model, Evidence evidence)
    {
        var terms = TermFeatures.Of(evidence);
        var ranked = model.Rank(evidence, ReadingRules.Of(Text, evidence.Text.Spans, "en"));
        Assert.Equal(terms.Columns.Count, model.Terms.Edges.Length);
        Assert.Equal(BigramFeatures.Of(evidence, terms, ranked.Terms).Columns.Count, model.Bigrams.Edges.Length);
        Assert.All(model.SentenceNetworks, network => Assert.Equal(ranked.Features.Columns.Count, network.Edges.Length));
        Assert.All(model.Sentences, linear => Assert.Equal(ranked.Features.Columns.Count, linear.Weights.Length));
        var sets = SetFeatures.Of(ranked, [[0, 1], [0, 4], [3, 4, 5]]);
        Assert.Equal(4, model.Sets.Length);
        Assert.All(model.Sets, linear => Assert.Equal(sets.Columns.Count, linear.Weights.Length));
    }
}
