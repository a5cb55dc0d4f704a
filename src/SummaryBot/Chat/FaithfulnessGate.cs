using System.Diagnostics.Metrics;
using SummaryBot.Articles;

namespace SummaryBot.Chat;

/// <summary>Lets nothing out that quotes words which its article does not say. It stands right before the chat, whatever happened to a message on its way there.</summary>
public sealed class FaithfulnessGate(ArticleStore articles, IMeterFactory meters)
{
    /// <summary>The counter of what was held back.</summary>
    public const string Rejects = "summarybot.faithfulness.rejects";

    private readonly Counter<long> _rejects = meters.Create("SummaryBot").CreateCounter<long>(
        Rejects, unit: "{message}", description: "Messages held back because a sentence in them was not its article's, word for word.");

    /// <summary>Checks a message against what was chosen, and against its articles as far as they are stored: what they say, or said before they were changed.</summary>
    public async Task<GateVerdict> CheckAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        var shown = message.Stories.Where(story => !story.IsWithdrawn).ToList();
        var ids = shown.SelectMany(story => story.ArticleIds).Distinct(StringComparer.Ordinal).ToList();
        var texts = await articles.TextsAsync(ids, cancellationToken);
        if (Problem(message, id => texts.TryGetValue(id, out var it) ? [it.Text] : []) is null)
        {
            return new GateVerdict(Counted(null), IsOutdated: texts.Values.Any(it => it.IsGone));
        }

        var earlier = await articles.EarlierTextsAsync([.. texts.Keys], cancellationToken);
        return new GateVerdict(
            Counted(Problem(message, id => texts.TryGetValue(id, out var it) ? [it.Text, .. earlier[id]] : [])), IsOutdated: true);
    }

    /// <summary>Checks sentences against the text that they were just chosen from.</summary>
    /// <returns>Why they must not be shown; null where they may.</returns>
    public string? Refuse(IEnumerable<Quote> sentences, string text) =>
        Counted(sentences.Select(sentence => Faults.Of(sentence, [text])).OfType<string>().FirstOrDefault());

    /// <param name="textsOf">All versions of an article; none where it is not stored.</param>
    private static string? Problem(ChatMessage message, Func<string, string[]> textsOf) =>
        message.Stories.Select(
            (story, i) => Faults.Of(story, textsOf) is { } fault
                ? $"Story {i + 1} is not quoted word for word: {fault} This message is never sent."
                : null).OfType<string>().FirstOrDefault();

    /// <summary>Zeros too, so that the counter is there to look at before anything is wrong.</summary>
    private string? Counted(string? problem)
    {
        _rejects.Add(problem is null ? 0 : 1);
        return problem;
    }

    private static class Faults
    {
        /// <summary>A story of a version before this gate names no article and is let through.</summary>
        /// <param name="textsOf">All versions of an article; none where it is not stored.</param>
        public static string? Of(StoryBlock story, Func<string, string[]> textsOf) => story.ArticleId is null ? null
            : story.Sentences.Select(sentence => Of(sentence, textsOf(story.ArticleOf(sentence)!))).OfType<string>().FirstOrDefault();

        public static string? Of(Quote sentence, string[] texts) =>
            sentence.Origin?.IsOf(sentence.Text) != true ? "it was changed after it had been written."
            : texts.Length > 0 && !Array.Exists(texts, text => sentence.Origin.IsIn(text, sentence.Text)) ? "the stored article does not say that any more."
            : null;
    }
}
