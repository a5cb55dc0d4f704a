using SummaryBot.Summarization;
using SummaryBot.Summarization.Training;

namespace SummaryBot.Benchmarks.Quality;

/// <summary>A set of articles and how much a summary of them may hold: so many sentences, or so many words.</summary>
/// <param name="IsFair">Which of the articles count.</param>
internal sealed record SummaryTask(string Name, string File, int? Sentences, int? Words, Func<CorpusArticle, bool> IsFair)
{
    public static readonly SummaryTask CnnDailyMail = new(
        "CNN/DM, 3 sentences, articles without a byline", "cnndm_train.jsonl", Sentences: 3, Words: null, article => !article.HasByline);

    public static readonly SummaryTask Inshorts = new(
        "Inshorts, title, 60 words", "inshorts_train.jsonl", Sentences: null, Words: 60, _ => true);

    public bool Fits(int sentences, int words) => sentences <= (Sentences ?? int.MaxValue) && words <= (Words ?? int.MaxValue);

    public SummaryOptions Options(CorpusArticle article) =>
        new() { Sentences = Sentences, Words = Words, Title = article.Title, Language = "en" };
}
