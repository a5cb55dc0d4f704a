using System.Globalization;
using System.Text;

namespace SummaryBot.Articles.Search;

/// <summary>Folds text so that what people type finds what was written: without case, accents, the dot of the Turkish i and other variants of a letter.</summary>
/// <remarks>It is the same for stored text and for what is looked for, whatever the database, so no database's own folding matters.</remarks>
public static class SearchFold
{
    private const int Tatweel = 0x0640;

    /// <summary>Folded words with single spaces between them: letters, digits and the marks that a script cannot do without. Idempotent.</summary>
    public static string Fold(string text) => Fold(text, keepsSigns: false);

    /// <param name="keepsSigns">Whether signs such as + # &amp; % € and pictograms are words of their own; punctuation never is.</param>
    internal static string Fold(string text, bool keepsSigns)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in Decomposed(text).EnumerateRunes())
        {
            if (keepsSigns && IsSign(rune))
            {
                Part(folded);
                folded.Append(rune.ToString()).Append(' ');
            }
            else if (rune.IsAscii)
            {
                AppendAscii(folded, (char)rune.Value);
            }
            else
            {
                Append(folded, rune);
            }
        }

        // marks that came to stand together have an order
        return Decomposed(folded.ToString().TrimEnd(' '));
    }

    private static string Decomposed(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        // half a character cannot be decomposed; the encoder replaces it
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormKD);
    }

    private static void AppendAscii(StringBuilder folded, char c)
    {
        if (char.IsAsciiLetterOrDigit(c))
        {
            folded.Append((char)(char.IsAsciiLetterUpper(c) ? c | 0x20 : c));
        }
        else
        {
            Part(folded);
        }
    }

    private static void Append(StringBuilder folded, Rune rune)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.Format:
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark when IsAccent(rune.Value):
            case UnicodeCategory.ModifierLetter when rune.Value == Tatweel:
                break; // inside a word, as if it were not there
            case UnicodeCategory.DecimalDigitNumber:
                folded.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
                break;
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark:
            case <= UnicodeCategory.OtherLetter:
            case UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber:
                folded.Append(Variant(Rune.ToLowerInvariant(rune)));
                break;
            default:
                Part(folded);
                break;
        }
    }

    private static bool IsSign(Rune rune) =>
        rune.Value is '#' or '&' or '%' or '@'
        || (!(rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value))
            && Rune.GetUnicodeCategory(rune) is UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol or UnicodeCategory.OtherSymbol);

    private static void Part(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] != ' ')
        {
            folded.Append(' ');
        }
    }

    /// <summary>Latin, Greek, Cyrillic, Hebrew and Arabic are read without; the vowels of Indic scripts are not accents.</summary>
    private static bool IsAccent(int mark) => mark is (>= 0x0300 and <= 0x0489) or (>= 0x0591 and <= 0x06ED) or (>= 0x08D3 and <= 0x08FF)
        or (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF) or (>= 0x20D0 and <= 0x20FF) or (>= 0xFE00 and <= 0xFE2F);

    private static string Variant(Rune lower) => lower.Value switch
    {
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ə' => "e",
        'ς' => "σ",
        'ٱ' => "ا",
        'ى' or 'ی' => "ي",
        'ک' => "ك",
        'ة' or 'ە' => "ه",
        _ => lower.ToString(),
    };
}
