using System.Collections.Frozen;
using NodaTime;

namespace SummaryBot.Commands.Setup;

/// <summary>Guesses a time zone, and understands the names of cities.</summary>
internal static class SetupZones
{
    private const string Unsaid = "en-US";

    /// <summary>Where most of those live who speak a language of Discord's.</summary>
    /// <remarks><see href="https://discord.com/developers/docs/reference#locales"/>, and Azerbaijani, which an operating system may name.</remarks>
    private static readonly FrozenDictionary<string, string> OfLocales = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["az"] = "Asia/Baku",
        ["bg"] = "Europe/Sofia",
        ["cs"] = "Europe/Prague",
        ["da"] = "Europe/Copenhagen",
        ["de"] = "Europe/Berlin",
        ["el"] = "Europe/Athens",
        ["en-GB"] = "Europe/London",
        ["en-US"] = "America/New_York",
        ["es-419"] = "America/Mexico_City",
        ["es-ES"] = "Europe/Madrid",
        ["fi"] = "Europe/Helsinki",
        ["fr"] = "Europe/Paris",
        ["hi"] = "Asia/Kolkata",
        ["hr"] = "Europe/Zagreb",
        ["hu"] = "Europe/Budapest",
        ["id"] = "Asia/Jakarta",
        ["it"] = "Europe/Rome",
        ["ja"] = "Asia/Tokyo",
        ["ko"] = "Asia/Seoul",
        ["lt"] = "Europe/Vilnius",
        ["nl"] = "Europe/Amsterdam",
        ["no"] = "Europe/Oslo",
        ["pl"] = "Europe/Warsaw",
        ["pt-BR"] = "America/Sao_Paulo",
        ["ro"] = "Europe/Bucharest",
        ["ru"] = "Europe/Moscow",
        ["sv-SE"] = "Europe/Stockholm",
        ["th"] = "Asia/Bangkok",
        ["tr"] = "Europe/Istanbul",
        ["uk"] = "Europe/Kyiv",
        ["vi"] = "Asia/Ho_Chi_Minh",
        ["zh-CN"] = "Asia/Shanghai",
        ["zh-TW"] = "Asia/Taipei",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Of the server, unless that one has what every server has at first; else of the person.</summary>
    public static string Guess(string? guildLocale, string userLocale) =>
        (guildLocale is null or Unsaid ? null : Of(guildLocale)) ?? Of(userLocale) ?? Of(guildLocale ?? Unsaid) ?? "UTC";

    /// <summary>The IANA id of what somebody wrote: an id in any case, or a city of one; null where it is none.</summary>
    public static string? Find(string text)
    {
        var wanted = text.Trim().Replace(' ', '_');
        var ids = DateTimeZoneProviders.Tzdb.Ids;
        return ids.FirstOrDefault(id => string.Equals(id, wanted, StringComparison.OrdinalIgnoreCase))
            ?? ids.FirstOrDefault(id => id.Contains('/', StringComparison.Ordinal) && string.Equals(id[(id.LastIndexOf('/') + 1)..], wanted, StringComparison.OrdinalIgnoreCase));
    }

    private static string? Of(string locale) => OfLocales.GetValueOrDefault(locale);
}
