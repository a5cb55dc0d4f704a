namespace SummaryBot.Language;

/// <summary>Which form of a noun follows a whole number.</summary>
/// <remarks>Unicode CLDR, cardinal rules of whole numbers: <see href="https://www.unicode.org/cldr/charts/48/supplemental/language_plural_rules.html"/>.</remarks>
public static class PluralRule
{
    /// <summary>The forms that a language tells apart, as CLDR calls them, for whole numbers.</summary>
    public static IReadOnlyList<string> FormsOf(UiLanguage language) => IsRussian(language) ? ["one", "few", "many"] : ["one", "other"];

    /// <param name="number">Its sign does not matter.</param>
    public static string Form(UiLanguage language, long number)
    {
        var n = number == long.MinValue ? 8 : Math.Abs(number); // ends as it does
        if (!IsRussian(language))
        {
            return n == 1 ? "one" : "other";
        }

        var (last, lastTwo) = (n % 10, n % 100);
        return last == 1 && lastTwo != 11 ? "one"
            : last is >= 2 and <= 4 && lastTwo is not (>= 12 and <= 14) ? "few"
            : "many";
    }

    private static bool IsRussian(UiLanguage language) => string.Equals(language.Code, "ru", StringComparison.Ordinal);
}
