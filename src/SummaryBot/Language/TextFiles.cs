using System.Collections.Concurrent;
using System.Resources;

namespace SummaryBot.Language;

/// <summary>The bot's texts: <c>Language/Texts/FAMILY.resx</c> holds them in English, <c>FAMILY.LANGUAGE.resx</c> in others. A key is <c>family.entry</c>.</summary>
public static class TextFiles
{
    private const string Prefix = "texts.";
    private const string Suffix = ".resources";

    private static readonly ConcurrentDictionary<(string Family, string Language), IReadOnlyDictionary<string, string>> Read = new();
    private static readonly ConcurrentDictionary<(string Key, string Language), MessagePattern> Patterns = new();

    /// <summary>Every family of texts.</summary>
    public static IReadOnlyList<string> Families { get; } =
    [
        .. typeof(TextFiles).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Suffix.Length]).Where(name => !name.Contains('.', StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];

    /// <summary>The texts of a family in one language, by their entries; empty where there is no such file.</summary>
    public static IReadOnlyDictionary<string, string> Of(string family, UiLanguage language) => Read.GetOrAdd((family, language.Code), Load);

    /// <exception cref="KeyNotFoundException">There is no such text in that language.</exception>
    internal static MessagePattern Pattern(string key, UiLanguage language) => Patterns.GetOrAdd((key, language.Code), _ =>
        Find(key, language) is { } text ? MessagePattern.Parse(text) : throw new KeyNotFoundException($"There is no text {key} in {language}."));

    /// <summary>Null where there is no such text in that language.</summary>
    public static string? Find(string key, UiLanguage language)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? null : Of(key[..dot], language).GetValueOrDefault(key[(dot + 1)..]);
    }

    private static Dictionary<string, string> Load((string Family, string Language) of)
    {
        var isFirst = string.Equals(of.Language, UiLanguage.English.Code, StringComparison.Ordinal);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        using var stream = typeof(TextFiles).Assembly.GetManifestResourceStream($"{Prefix}{of.Family}{(isFirst ? "" : $".{of.Language}")}{Suffix}");
        if (stream is not null)
        {
            using var reader = new ResourceReader(stream);
            foreach (System.Collections.DictionaryEntry entry in reader)
            {
                found[(string)entry.Key] = (string)entry.Value!;
            }
        }

        return found;
    }
}
