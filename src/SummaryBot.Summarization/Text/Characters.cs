using System.Globalization;

namespace SummaryBot.Summarization.Text;

/// <summary>What single characters mean to sentences.</summary>
internal static class Characters
{
    /// <summary>Full stops, questions and exclamations of the scripts of the world; Unicode's Sentence_Terminal in the main.</summary>
    public const string Terminators = ".!?…‼⁇⁈⁉։؟۔܀।॥" + Spaceless;

    /// <summary>East Asian, Ethiopic, Burmese, Khmer, Tibetan: no space need follow.</summary>
    private const string Spaceless = "。．！？｡።፧፨၊။។៕།༎᠃";

    private const string Closers = ")]}\"'”’“»«›‹）］」』】〉》";

    private const string Openers = "`([{<\"'“‘«»‹›„‚¿¡（［「『【〈《";

    private const string Dashes = "-–—―";

    private const string Bullets = "•⁃‣◦▪●■*";

    /// <summary>Whether it ends a sentence with no space after it; a full stop between wide digits is a decimal point.</summary>
    public static bool NeedsNoSpace(string text, int at) =>
        text[at] > '\u0FFF' && Spaceless.Contains(text[at], StringComparison.Ordinal)
        && !(text[at] == '．' && at > 0 && at + 1 < text.Length && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]));

    public static bool IsOpener(char c) => !char.IsAsciiLetterOrDigit(c) && Openers.Contains(c, StringComparison.Ordinal);

    public static bool IsDash(char c) => !char.IsAsciiLetterOrDigit(c) && Dashes.Contains(c, StringComparison.Ordinal);

    public static bool IsBullet(char c) => !char.IsAsciiLetterOrDigit(c) && Bullets.Contains(c, StringComparison.Ordinal);

    /// <summary>Whether a quotation mark or a bracket closes there; one that can open too, or join a word, does only where no word follows at once.</summary>
    public static bool IsCloser(string text, int at) =>
        !char.IsAsciiLetterOrDigit(text[at]) && Closers.Contains(text[at], StringComparison.Ordinal)
        && (!(IsOpener(text[at]) || text[at] == '’') || at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]));

    /// <summary>Zero-width spaces and joiners, soft hyphens, direction marks: as if they were not there.</summary>
    public static bool IsInvisible(char c) => c >= '\u00AD' && char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    /// <summary>Georgian has small letters only by name: it writes sentences without capitals.</summary>
    public static bool IsSmall(char c) => char.IsLower(c) && c is not (>= '\u10D0' and <= '\u10FF');

    /// <summary>A space that does not end the line.</summary>
    public static bool IsSpace(char c) => c is ' ' or '\t' or '\u00A0' or '\u202F' or '\u2009';

    public static int SkipWhiteSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
