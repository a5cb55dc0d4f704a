using System.Text.Json;

namespace SummaryBot.Summarization.Training;

/// <summary>Reads the articles to train and to judge with.</summary>
internal static class Corpus
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<CorpusArticle> Read(string path) =>
        [.. File.ReadLines(path).Select(line => JsonSerializer.Deserialize<CorpusArticle>(line, Json)!).Where(row => row.Sents.Count > 0)];

    /// <summary>Which of five parts an article belongs to: FNV-1a of its id, so that it depends on no order.</summary>
    public static int Fold(string id)
    {
        var hash = 2166136261u;
        foreach (var c in id)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return (int)((hash ^ (hash >> 15)) % 5);
    }
}
