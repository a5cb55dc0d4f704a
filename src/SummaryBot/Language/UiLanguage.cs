using System.Globalization;

namespace SummaryBot.Language;

/// <summary>A language that the bot speaks. Articles are quoted in their own; this is for everything around them.</summary>
/// <param name="Code">ISO 639-1, lower case.</param>
/// <param name="OwnName">As its speakers call it.</param>
public sealed record UiLanguage(string Code, string OwnName)
{
    public static readonly UiLanguage English = new("en", "English");

    /// <summary>The first is the one that every text has.</summary>
    public static IReadOnlyList<UiLanguage> All { get; } =
        [English, new("az", "Azərbaycanca"), new("tr", "Türkçe"), new("ru", "Русский"), new("de", "Deutsch")];

    /// <summary>Those that Discord itself speaks and in which it takes names of commands; it has no Azerbaijani.</summary>
    /// <remarks><see href="https://discord.com/developers/docs/reference#locales"/></remarks>
    public static IReadOnlyList<UiLanguage> OfDiscord { get; } = [.. All.Where(it => it.Code is "tr" or "ru" or "de")];

    public CultureInfo Culture => CultureInfo.GetCultureInfo(Code);

    /// <summary>Null where the bot does not speak it.</summary>
    public static UiLanguage? Find(string? code) => All.FirstOrDefault(it => string.Equals(it.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <param name="locale">As Discord and operating systems write it: <c>en-GB</c>, <c>tr</c>, <c>de_DE.UTF-8</c>; null where unknown.</param>
    /// <returns>Null where the bot does not speak it.</returns>
    public static UiLanguage? OfLocale(string? locale) => Find(locale?.Split('-', '_', '.')[0]);

    public override string ToString() => Code;
}
