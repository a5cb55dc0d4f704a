using System.Globalization;
using SummaryBot.Digests;

namespace SummaryBot.Host.Configuration;

internal static class ConfiguredDigests
{
    public static readonly string[] Keys = ["name", "channel", "times", "days", "zone", "maxStories", "length", "layout", "empty", "guild", "mention", "thread", "crosspost", "tags", "brand", .. ConfiguredEditing.Keys];

    public static IEnumerable<DigestReadResult> In(IConfiguration values) => values.GetSection("digests").GetChildren().Select(Read);

    private static DigestReadResult Read(IConfigurationSection section)
    {
        var unknown = section.GetChildren().Select(child => child.Key).Where(key => !Keys.Contains(key, StringComparer.OrdinalIgnoreCase)).ToList();
        foreach (var key in new[] { "crosspost", "pictures" })
        {
            if (section[key] is { } word && !bool.TryParse(word, out _))
            {
                return new DigestReadResult.Faulty([$"{key} \"{word}\": write true or false."]);
            }
        }

        if (unknown.Count > 0)
        {
            return new DigestReadResult.Faulty([.. unknown.Select(key => $"{key}: a digest has {string.Join(", ", Keys)}.")]);
        }

        if (ConfiguredEditing.Unknown(section).ToList() is { Count: > 0 } faults)
        {
            return new DigestReadResult.Faulty(faults);
        }

        var defaults = new DigestOptions();
        var maxStories = section["maxStories"] is not { } text ? defaults.MaxStories
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        var options = new DigestOptions
        {
            Name = section["name"] ?? "",
            Channel = section["channel"] ?? "",
            Zone = section["zone"] ?? defaults.Zone,
            MaxStories = maxStories,
            Length = section["length"] ?? defaults.Length,
            Layout = section["layout"] ?? defaults.Layout,
            Empty = section["empty"] ?? defaults.Empty,
            Guild = section["guild"] ?? "",
            Mention = section["mention"] ?? "",
            Thread = section["thread"] ?? defaults.Thread,
            Crosspost = bool.TryParse(section["crosspost"], out var crosspost) && crosspost,
            Brand = ConfiguredBrands.Options(section.GetSection("brand")),
            Editing = ConfiguredEditing.Options(section),
        };
        ConfiguredEditing.Texts(section, "times").ForEach(options.Times.Add);
        ConfiguredEditing.Texts(section, "days").ForEach(options.Days.Add);
        ConfiguredEditing.Texts(section, "tags").ForEach(options.Tags.Add);
        return DigestReader.Read(options);
    }
}
