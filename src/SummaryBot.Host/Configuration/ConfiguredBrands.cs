using SummaryBot.Chat;
using SummaryBot.Digests;

namespace SummaryBot.Host.Configuration;

/// <summary>The section <c>brands</c>: one for each server by its id, and the default.</summary>
internal static class ConfiguredBrands
{
    public const string Section = "brands";
    private const string Default = "default";
    private static readonly string[] Keys = ["name", "avatar", "color", "footer"];

    /// <param name="faults">Gets a line for each fault.</param>
    public static Brands In(IConfiguration values, IList<string> faults)
    {
        var read = values.GetSection(Section).GetChildren().ToDictionary(section => section.Key, section => Read(section, faults), StringComparer.OrdinalIgnoreCase);
        return new Brands(read.GetValueOrDefault(Default) ?? Brand.None, read);
    }

    public static BrandOptions Options(IConfigurationSection section) => new()
    {
        Name = section["name"] ?? "",
        Avatar = section["avatar"] ?? "",
        Color = section["color"] ?? "",
        Footer = section["footer"] ?? "",
    };

    private static Brand Read(IConfigurationSection section, IList<string> faults)
    {
        var found = new List<string>();
        if (!string.Equals(section.Key, Default, StringComparison.OrdinalIgnoreCase) && !(section.Key.Length is >= 17 and <= 20 && section.Key.All(char.IsAsciiDigit)))
        {
            found.Add($"{section.Key}: a brand belongs to the id of a Discord server (17 to 20 digits), or to \"{Default}\".");
        }

        found.AddRange(section.GetChildren().Where(child => !Keys.Contains(child.Key, StringComparer.OrdinalIgnoreCase)).Select(child => $"{child.Key}: a brand has {string.Join(", ", Keys)}."));
        var brand = BrandReader.Read(Options(section), found);
        found.ForEach(fault => faults.Add($"{Section}: {fault}"));
        return brand;
    }
}
