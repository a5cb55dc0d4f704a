namespace SummaryBot.Summarization.Text;

/// <summary>What single characters mean to sentences.</summary>
internal static class Characters
{
    /// <summary>Latin, Armenian, Arabic, Devanagari, Urdu, Ethiopic, Burmese and East Asian full stops, questions and exclamations.</summary>
    private const string Terminators = ".!?…։؟।۔።။。．！？｡";

    private const string Spaceless = "。．！？｡";

    private const string Closers = ")]}\"'”’»›）」』】";

    private const string Openers = "`([{\"'“‘«‹„¿¡（「『【•-–—*";

    public static bool IsTerminator(char c) => Terminators.Contains(c, StringComparison.Ordinal);

    /// <summary>Whether it ends a sentence with no space after it.</summary>
    public static bool NeedsNoSpace(char c) => Spaceless.Contains(c, StringComparison.Ordinal);

    public static bool IsOpener(char c) => Openers.Contains(c, StringComparison.Ordinal);

    /// <summary>A straight quotation mark closes only where no letter or digit follows at once.</summary>
    public static bool IsCloser(string text, int at) =>
        Closers.Contains(text[at], StringComparison.Ordinal)
        && (text[at] is not ('"' or '\'') || at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]));

    /// <summary>The space inside <c>. . .</c>.</summary>
    public static bool IsSpacedEllipsis(string text, int at) =>
        text[at] == ' ' && at > 0 && text[at - 1] == '.' && at + 1 < text.Length && text[at + 1] == '.';
}
