using System.Text.Json;
using System.Text.Json.Nodes;
using SummaryBot.Articles;
using SummaryBot.Summarization;

namespace SummaryBot.Host.Verbs;

/// <summary>Summaries as JSON; offsets are UTF-16 units.</summary>
internal static class SummaryRows
{
    /// <param name="summary">With its reasons.</param>
    public static object Describe(Article article, Summary summary) => new
    {
        article.Headline,
        article.Source,
        article.PublishedAt,
        summary.Language,
        article.Text,
        Sentences = summary.Sentences.Select((s, at) => new
        {
            s.Index,
            s.Start,
            s.End,
            Text = article.Text[s.Start..s.End],
            Score = Math.Round(s.Score, 4),
            s.Rank,
            Reasons = summary.Reasons[at].Select(Describe),
        }),
        summary.SentenceCount,
        summary.WordCount,
        summary.ReadingSeconds,
        summary.IsLead,
    };

    private static object Describe(Reason reason) =>
        new { Kind = JsonNamingPolicy.CamelCase.ConvertName(reason.Kind.ToString()), reason.Words, reason.NeededBy };

    /// <summary>Answers a row {id, title?, language?, text or sents} with {id, summary, sentences}.</summary>
    public static Func<JsonObject, JsonObject> Answer(SummaryOptions common) => row =>
    {
        var options = common with { Title = Text(row, "title") ?? common.Title, Language = Text(row, "language") ?? common.Language };
        return row["sents"] is JsonArray sents
            ? AnswerSentences(
                row,
                [.. sents.Select(sentence => sentence?.GetValue<string>() ?? throw new FormatException("a sentence of \"sents\" is null"))],
                options)
            : AnswerText(row, Text(row, "text") ?? throw new FormatException("it has neither \"text\" nor \"sents\""), options);
    };

    private static JsonObject AnswerText(JsonObject row, string text, SummaryOptions options)
    {
        var chosen = Summarizer.Summarize(text, options).Sentences;
        var sentences = chosen.Select(s => (JsonNode)new JsonObject { ["index"] = s.Index, ["start"] = s.Start, ["end"] = s.End });
        return Row(row, chosen.Select(s => text[s.Start..s.End]), sentences);
    }

    private static JsonObject AnswerSentences(JsonObject row, List<string> sents, SummaryOptions options)
    {
        var chosen = Summarizer.SummarizeSentences(sents, options).Sentences;
        return Row(row, chosen.Select(s => sents[s.Index]), chosen.Select(s => (JsonNode)new JsonObject { ["index"] = s.Index }));
    }

    private static JsonObject Row(JsonObject row, IEnumerable<string> chosen, IEnumerable<JsonNode> sentences) => new()
    {
        ["id"] = row["id"]?.DeepClone() ?? throw new FormatException("it has no \"id\""),
        ["summary"] = string.Join('\n', chosen),
        ["sentences"] = new JsonArray([.. sentences]),
    };

    private static string? Text(JsonObject row, string key) => row[key]?.GetValue<string>();
}
