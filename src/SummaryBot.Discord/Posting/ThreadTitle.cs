using SummaryBot.Articles;
using SummaryBot.Chat;

namespace SummaryBot.Discord.Posting;

/// <summary>Names of threads, which are plain text.</summary>
internal static class ThreadTitle
{
    private const int MaxLength = 100;

    /// <param name="otherwise">Where nothing of the text can be seen.</param>
    /// <returns>1 to 100 UTF-16 units, cut at a word.</returns>
    public static string Of(string text, string otherwise)
    {
        var line = string.Join(' ', Printable.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? otherwise : WordCut.To(line, MaxLength);
    }
}
