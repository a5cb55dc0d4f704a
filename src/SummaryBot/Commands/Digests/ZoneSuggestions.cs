using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.TimeZones;
using SummaryBot.Commands.Shape;

namespace SummaryBot.Commands.Digests;

/// <summary>IANA time zones by what is typed of a city or country: those of the reader's own country first.</summary>
public static class ZoneSuggestions
{
    private const int Most = 25;

    /// <summary>Countries, by ISO 3166-1, in which a language of Discord is spoken most.</summary>
    /// <remarks><see href="https://discord.com/developers/docs/reference#locales"/></remarks>
    private static readonly FrozenDictionary<string, string> Countries = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["az"] = "AZ",
        ["bg"] = "BG",
        ["cs"] = "CZ",
        ["da"] = "DK",
        ["de"] = "DE AT CH",
        ["el"] = "GR",
        ["es-419"] = "MX AR CO CL PE",
        ["fi"] = "FI",
        ["fr"] = "FR BE CH",
        ["hi"] = "IN",
        ["hr"] = "HR",
        ["hu"] = "HU",
        ["id"] = "ID",
        ["it"] = "IT",
        ["ja"] = "JP",
        ["ko"] = "KR",
        ["lt"] = "LT",
        ["nl"] = "NL BE",
        ["no"] = "NO",
        ["pl"] = "PL",
        ["ro"] = "RO",
        ["ru"] = "RU",
        ["th"] = "TH",
        ["tr"] = "TR",
        ["uk"] = "UA",
        ["vi"] = "VN",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly Lazy<IReadOnlyList<Place>> Places = new(() =>
    [
        .. (TzdbDateTimeZoneSource.Default.ZoneLocations ?? []).Select(it => new Place(it.ZoneId, it.CountryCode, $"{it.ZoneId.Replace('_', ' ')} {it.CountryName} {it.Comment}")),
        new Place("UTC", "", "UTC GMT"),
    ]);

    /// <param name="locale">As Discord writes it: <c>en-GB</c>, <c>de</c>.</param>
    public static IReadOnlyList<Choice> Of(string typed, string locale, DateTimeOffset now)
    {
        var (words, own, at) = (Folded(typed.Replace('_', ' ')), CountriesOf(locale), Instant.FromDateTimeOffset(now));
        return
        [
            .. Places.Value.Where(place => words.Length == 0 ? own.Length == 0 || own.Contains(place.Country, StringComparer.Ordinal) || place.Zone is "UTC" : place.Text.Contains(words, StringComparison.Ordinal))
                .OrderBy(place => Rank(place, words, own)).ThenBy(place => place.Zone, StringComparer.Ordinal)
                .Take(Most).Select(place => new Choice($"{place.Zone.Replace('_', ' ')} ({Now(place.Zone, at)})", place.Zone)),
        ];
    }

    /// <summary>The one zone of a locale's country; null where it has several, or nobody can tell.</summary>
    public static string? Only(string locale)
    {
        var own = CountriesOf(locale);
        return own.Length == 1 && Places.Value.Where(place => string.Equals(place.Country, own[0], StringComparison.Ordinal)).ToList() is [var only] ? only.Zone : null;
    }

    /// <summary>The region that the locale names, else where its language is spoken.</summary>
    private static string[] CountriesOf(string locale) =>
        Countries.GetValueOrDefault(locale) is { } known ? known.Split(' ')
        : locale.Split('-') is [_, { Length: 2 } region] ? [region.ToUpperInvariant()]
        : Countries.GetValueOrDefault(locale.Split('-')[0])?.Split(' ') ?? [];

    /// <summary>Cities of the own country, then other places of it, then cities, then the rest.</summary>
    private static int Rank(Place place, string words, string[] own)
    {
        var isCity = words.Length > 0 && place.City.StartsWith(words, StringComparison.Ordinal);
        var country = Array.IndexOf(own, place.Country);
        return (isCity ? 0 : 100) + (country < 0 ? 50 : country);
    }

    private static string Now(string zone, Instant at) => at.InZone(DateTimeZoneProviders.Tzdb[zone]).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Without regard to case and accents, the dot of an i among them; half a surrogate is a replacement character.</summary>
    private static string Folded(string text) => string.Concat(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Trim())).Normalize(NormalizationForm.FormKD)
        .Where(it => CharUnicodeInfo.GetUnicodeCategory(it) != UnicodeCategory.NonSpacingMark)).Replace('ı', 'i').ToUpperInvariant();

    private sealed record Place(string Zone, string Country, string Words)
    {
        public string Text { get; } = Folded(Words);

        public string City { get; } = Folded(Zone.Split('/')[^1].Replace('_', ' '));
    }
}
