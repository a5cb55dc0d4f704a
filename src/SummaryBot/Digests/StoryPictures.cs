using System.Text.RegularExpressions;
using SummaryBot.Articles;
using SummaryBot.Chat;

namespace SummaryBot.Digests;

/// <summary>The picture of a story, as a message shows it.</summary>
public static partial class StoryPictures
{
    /// <summary>UTF-16 units that Discord takes.</summary>
    public const int MaxAlt = 1024;

    /// <summary>Null where there is none, or none that may be shown: see <see cref="PictureAddress.IsShowable"/>.</summary>
    /// <param name="headline">Says what is on it where the publisher does not.</param>
    public static StoryPicture? Of(ArticlePicture? picture, string headline) => picture is not null && PictureAddress.IsShowable(picture.Url)
        ? new StoryPicture(picture.Url, WordCut.To(Plain(picture.Alt) is { Length: > 0 } alt ? alt : $"Picture of: {Plain(headline)}".TrimEnd(), MaxAlt))
        : null;

    /// <summary>One line without tags; empty where it is no more than the name of a file or an address.</summary>
    private static string Plain(string? text)
    {
        string[] words = [.. Tag().Replace(text ?? "", " ").Split((char[]?)null).Select(Printable.Of).Where(word => word.Length > 0)];
        return words is [var only] && NoWord().IsMatch(only) ? "" : string.Join(' ', words);
    }

    [GeneratedRegex("<[^<>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^https?://|\.(jpe?g|png|gif|webp|avif)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoWord();
}
