using System.Text.Json;
using System.Text.Json.Nodes;

namespace SummaryBot.Discord.Interactions;

/// <summary>What the commands are called in other languages, from <c>Translations/*.json</c>.</summary>
internal static class Translations
{
    /// <summary>As Discord writes them: <see href="https://discord.com/developers/docs/reference#locales"/>.</summary>
    public static IReadOnlyList<string> Locales { get; } = ["de", "es-ES", "fr", "it", "pt-BR", "ru", "tr", "uk"];

    private static readonly Dictionary<string, Dictionary<string, string>> ByLocale = Locales.ToDictionary(locale => locale, Read, StringComparer.Ordinal);

    /// <summary>Every key that has translations.</summary>
    public static IEnumerable<string> Keys(string locale) => ByLocale[locale].Keys;

    /// <summary>A text in every language.</summary>
    /// <exception cref="KeyNotFoundException">A language lacks it.</exception>
    public static JsonObject Of(string key) => new(Locales.Select(locale => KeyValuePair.Create<string, JsonNode?>(locale, ByLocale[locale][key])));

    private static Dictionary<string, string> Read(string locale)
    {
        using var file = typeof(Translations).Assembly.GetManifestResourceStream($"translations.{locale}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(file)!;
    }
}
