using System.Globalization;
using System.Text;

namespace SummaryBot.Benchmarks.Pages;

/// <summary>Compares texts by their runs of four words, as evaluate.py of the article-extraction-benchmark does.</summary>
/// <remarks>https://github.com/scrapinghub/article-extraction-benchmark. Precision and recall are means over the pages, F1 is of these means.</remarks>
internal static class Shingles
{
    private const int Run = 4;

    /// <summary>Null where a share is not defined, because the text it is of is empty.</summary>
    public static (double? Precision, double? Recall) Compare(string truth, string found)
    {
        var (a, b) = (Count(truth), Count(found));
        double both = a.Sum(it => Math.Min(it.Value, b.GetValueOrDefault(it.Key)));
        double extra = b.Sum(it => Math.Max(0, it.Value - a.GetValueOrDefault(it.Key)));
        double missing = a.Sum(it => Math.Max(0, it.Value - b.GetValueOrDefault(it.Key)));
        return (both + extra > 0 ? both / (both + extra) : null, both + missing > 0 ? both / (both + missing) : null);
    }

    public static (double F1, double Precision, double Recall) Total(IReadOnlyList<(double? Precision, double? Recall)> pages)
    {
        var (precision, recall) = (pages.Average(it => it.Precision) ?? 0, pages.Average(it => it.Recall) ?? 0);
        return (2 * precision * recall / (precision + recall), precision, recall);
    }

    private static Dictionary<string, int> Count(string text)
    {
        var words = Words(text);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; words.Count > 0 && at < Math.Max(1, words.Count - Run + 1); at++)
        {
            var shingle = string.Join(' ', words.Skip(at).Take(Run));
            counts[shingle] = counts.GetValueOrDefault(shingle) + 1;
        }

        return counts;
    }

    /// <summary>What \w+ of Python finds: letters, numbers of every kind and the underscore; no combining marks.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Append(new Rune(' ')))
        {
            if (Rune.GetUnicodeCategory(rune) is <= UnicodeCategory.OtherLetter or (>= UnicodeCategory.DecimalDigitNumber and <= UnicodeCategory.OtherNumber) || rune.Value == '_')
            {
                word.Append(rune);
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words;
    }
}
