using System.Text.Json;
using System.Text.Json.Nodes;
using SummaryBot.Articles;
using SummaryBot.Summarization;

namespace SummaryBot.Host.Verbs;

/// <summary>Summaries as JSON; offsets are UTF-16 units.</summary>
internal static class SummaryRows
{
    /// <param name="summary">With its reasons.</param>
    /// <param name="options">What was asked for.</param>
    public static object Describe(Article article, SummaryOptions options, Summary summary) => new
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
        About = summary.Answers is null ? null : options.About,
        summary.Answers,
    };

    private static object Describe(Reason reason) =>
        new { Kind = JsonNamingPolicy.CamelCase.ConvertName(reason.Kind.ToString()), reason.Words, reason.NeededBy };

    /// <summary>Answers a row {id, title?, language?, about?, text or sents} with {id, summary, sentences}, and answers where something was asked.</summary>
    public static Func<JsonObject, JsonObject> Answer(SummaryOptions common) => row =>
    {
        var options = common with
        {
            Title = Text(row, "title") ?? common.Title,
            Language = Text(row, "language") ?? common.Language,
            About = Text(row, "about") ?? common.About,
        };
        return row["sents"] is JsonArray sents
            ? AnswerSentences(
                row,
                [.. sents.Select(sentence => sentence?.GetValue<string>() ?? throw new FormatException("a sentence of \"sents\" is null"))],
                options)
            : AnswerText(row, Text(row, "text") ?? throw new FormatException("it has neither \"text\" nor \"sents\""), options);
    };

    private static JsonObject AnswerText(JsonObject row, string text, SummaryOptions options)
    {
        var summary = Summarizer.Summarize(text, options);
        var chosen = summary.Sentences;
        var sentences = chosen.Select(s => (JsonNode)new JsonObject { ["index"] = s.Index, ["start"] = s.Start, ["end"] = s.End });
        return Row(row, summary, chosen.Select(s => text[s.Start..s.End]), sentences);
    }

    private static JsonObject AnswerSentences(JsonObject row, List<string> sents, SummaryOptions options)
    {
        var summary = Summarizer.SummarizeSentences(sents, options);
        var chosen = summary.Sentences;
        return Row(row, summary, chosen.Select(s => sents[s.Index]), chosen.Select(s => (JsonNode)new JsonObject { ["index"] = s.Index }));
    }

    private static JsonObject Row(JsonObject row, Summary summary, IEnumerable<string> chosen, IEnumerable<JsonNode> sentences)
    {
        var answer = new JsonObject
        {
            ["id"] = row["id"]?.DeepClone() ?? throw new FormatException("it has no \"id\""),
            ["summary"] = string.Join('\n', chosen),
            ["sentences"] = new JsonArray([.. sentences]),
        };
        if (summary.Answers is { } answers)
        {
            answer["answers"] = answers;
        }

        return answer;
    }

    private static string? Text(JsonObject row, string key) => row[key]?.GetValue<string>();
}
