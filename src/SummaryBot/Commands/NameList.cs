using SummaryBot.Language;

namespace SummaryBot.Commands;

/// <summary>Names parted by commas; more than some are counted.</summary>
internal static class NameList
{
    public static string Of(Words words, IEnumerable<string> names, int most)
    {
        var all = names.ToList();
        return all.Count == 0 ? "–"
            : all.Count <= most ? string.Join(", ", all)
            : words.Plain("backup.more", ("names", string.Join(", ", all.Take(most))), ("count", all.Count - most));
    }
}
