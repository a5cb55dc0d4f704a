using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace SummaryBot.Articles.Extraction;

/// <summary>Finds who wrote an article, names alone.</summary>
internal static partial class PageByline
{
    private const int Longest = 200;

    private static readonly string[] Names = ["author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator", "article:author_name", "twitter:creator_name"];

    private static readonly string[] Places = ["[itemprop~=author] [itemprop~=name]", "[itemprop~=author]", "a[rel~=author]", ".byline", ".author-name", ".article-author", ".author"];

    public static string? Of(IHtmlDocument document, MetaTags tags, LinkedData data) =>
        Clean(data.Authors) ?? tags.All(Names).Select(Clean).FirstOrDefault(name => name is not null)
            ?? Places.Select(place => Clean(document.QuerySelector(place)?.TextContent)).FirstOrDefault(name => name is not null);

    private static string? Clean(string? text)
    {
        var line = OneLine.Of(text);
        if (line is null || line.Length > Longest || line.Contains("://", StringComparison.Ordinal) || line.Contains('@', StringComparison.Ordinal))
        {
            return null;
        }

        var names = Opening().Replace(line, "").Trim(' ', ',', '|', '-', '–', '•').Split(", ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return string.Join(", ", names.Distinct(StringComparer.OrdinalIgnoreCase)) is { Length: > 1 } clean && clean.Any(char.IsLetter) ? clean : null;
    }

    [GeneratedRegex(@"^\s*((written |reported )?by|von|par|por|di|da|автор|yazar|müəllif|автори)\s*:?\s+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Opening();
}
