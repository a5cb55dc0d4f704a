using System.Text;

namespace SummaryBot.Articles;

/// <summary>The picture of an article.</summary>
/// <param name="Url">http or https, 2048 characters at most.</param>
/// <param name="Alt">What it shows, as the publisher says it, one line of 1024 characters at most; null where nobody says.</param>
public sealed record ArticlePicture(Uri Url, string? Alt)
{
    private const int MaxUrl = 2048;
    private const int MaxAlt = 1024;

    /// <summary>A picture as somebody outside names it; null where its address is none of the web.</summary>
    public static ArticlePicture? Of(Uri? url, string? alt) =>
        url is { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "" } && url.AbsoluteUri.Length <= MaxUrl ? new ArticlePicture(url, Line(alt)) : null;

    private static string? Line(string? text)
    {
        var words = (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var line = string.Concat(string.Join(' ', words).Where(c => !char.IsControl(c)));
        var cut = line.Length <= MaxAlt ? line : line[..MaxAlt];
        return cut.Length > 0 ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(char.IsHighSurrogate(cut[^1]) ? cut[..^1] : cut)) : null; // halves of characters can be stored by no database
    }
}
