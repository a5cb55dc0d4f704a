using System.Globalization;
using SummaryBot.Chat;

namespace SummaryBot.Digests;

/// <summary>Checks what somebody wrote of a brand. A fault is one line: which key, what it holds, what it may hold.</summary>
public static class BrandReader
{
    private const int MaxName = 80;
    private const int MaxFooter = 200;
    private const int MaxAddress = 2048;
    private static readonly string[] Reserved = ["discord", "clyde"];

    /// <param name="faults">Gets a line for each fault.</param>
    public static Brand Read(BrandOptions options, IList<string> faults)
    {
        var isColor = int.TryParse(options.Color.AsSpan(Math.Min(1, options.Color.Length)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var color)
            && options.Color is ['#', _, _, _, _, _, _];
        Check("name", options.Name, IsLine(options.Name, MaxName) && !Array.Exists(Reserved, word => options.Name.Contains(word, StringComparison.OrdinalIgnoreCase)), $"one line of 1 to {MaxName} characters without the words discord and clyde");
        Check("avatar", options.Avatar, options.Avatar.Length <= MaxAddress && IsAddress(options.Avatar), $"an http or https address of {MaxAddress} characters at most");
        Check("color", options.Color, isColor, "a color such as #5865F2");
        Check("footer", options.Footer, IsLine(options.Footer, MaxFooter), $"one line of 1 to {MaxFooter} characters");
        return new Brand(
            NotEmpty(options.Name),
            IsAddress(options.Avatar) ? new Uri(options.Avatar) : null,
            isColor ? color : null,
            NotEmpty(options.Footer));

        void Check(string key, string value, bool holds, string remedy)
        {
            if (value.Length > 0 && !holds)
            {
                faults.Add($"{key} \"{value}\": write {remedy}.");
            }
        }
    }

    public static BrandOptions Write(Brand brand) => new()
    {
        Name = brand.Name ?? "",
        Avatar = brand.Avatar?.AbsoluteUri ?? "",
        Color = brand.Color is { } color ? $"#{color:X6}" : "",
        Footer = brand.Footer ?? "",
    };

    private static string? NotEmpty(string text) => text.Length == 0 ? null : text;

    private static bool IsLine(string text, int max) => !string.IsNullOrWhiteSpace(Printable.Of(text)) && text.Length <= max && !text.Any(char.IsControl);

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
}
