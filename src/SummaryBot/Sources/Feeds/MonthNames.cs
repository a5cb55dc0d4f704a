using System.Globalization;
using System.Text;

namespace SummaryBot.Sources.Feeds;

/// <summary>The months of dates written by hand, by how their names begin.</summary>
internal static class MonthNames
{
    /// <summary>Without accents; of two beginnings that fit, the longer counts.</summary>
    private static readonly (string Beginning, int Month)[] Beginnings =
    [
        .. Table(
            "jan yan ene gen oca sty stu ian янв січ ιαν", "feb fev fub sub lut unor фев лют φεβ", "mar maa mrz брз мар бер μαρ", "apr abr avr nis kwi dub nis апр кві απρ",
            "may mai maj mei mag maio kve май мая тра μαι", "jun juin jui iyn iyun giu haz cze cer июн чер ιουν", "jul juil iyl iyul lug tem lip cec июл лип ιουλ",
            "aug aou ago avq agu sie srp авг сер αυγ", "sep set sen eyl wrz zar сен вер σεπ", "oct okt ott out eki paz rij окт жов οκτ", "nov noy kas lis ноя лис νοε",
            "dec dez dic dek ara gru pro дек гру δεκ").OrderByDescending(it => it.Item1.Length),
    ];

    /// <summary>1 to 12; null where a word is no month.</summary>
    public static int? Of(string word)
    {
        var folded = Fold(word);
        foreach (var (beginning, month) in Beginnings)
        {
            if (folded.StartsWith(beginning, StringComparison.Ordinal))
            {
                return month;
            }
        }

        return null;
    }

    private static IEnumerable<(string, int)> Table(params string[] months) => months.SelectMany((row, at) => row.Split(' ').Select(name => (Fold(name), at + 1)));

    /// <summary>Lower case without accents; a dotless i is an i.</summary>
    private static string Fold(string word) => string.Concat(word.Normalize(NormalizationForm.FormD)
        .Where(it => CharUnicodeInfo.GetUnicodeCategory(it) != UnicodeCategory.NonSpacingMark)).Lower().Replace('ı', 'i');
}
