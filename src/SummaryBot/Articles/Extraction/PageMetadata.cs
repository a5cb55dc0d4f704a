using AngleSharp.Html.Dom;

namespace SummaryBot.Articles.Extraction;

/// <summary>What a page says about its article beside the text.</summary>
internal sealed record PageMetadata(Uri? Address, string? Headline, string? Byline, DateTimeOffset? PublishedAt, string? Source, string? Language, LinkedData Data)
{
    private const int MaxCategories = 20;
    private const int MaxCategory = 100;

    public IReadOnlyList<string> Categories { get; private init; } = [];

    public ArticlePicture? Picture { get; private init; }

    public static PageMetadata Of(IHtmlDocument document, Uri? address)
    {
        var data = LinkedData.Of(document);
        var tags = new MetaTags(document);
        var canonical = CanonicalAddress.Of(document, tags, address);
        return new PageMetadata(
            canonical,
            PageHeadline.Of(document, tags, data),
            PageByline.Of(document, tags, data),
            PublishedDate.Of(document, tags, data, address ?? canonical),
            OutletOf(tags["og:site_name"] ?? data.Publisher ?? tags["application-name"] ?? tags["dc.publisher"] ?? tags["publisher"]),
            LanguageOf(document.DocumentElement.GetAttribute("lang") ?? data.Language ?? tags["og:locale"] ?? tags["content-language"]),
            data)
        {
            Categories = CategoriesOf(tags),
            Picture = PictureOf(tags, address ?? canonical),
        };
    }

    private static string[] CategoriesOf(MetaTags tags) =>
    [
        .. tags.All("article:section", "article:tag").Concat((tags["news_keywords"] ?? tags["keywords"] ?? "").Split(',')).Select(OneLine.Of).OfType<string>()
            .Where(it => it.Length <= MaxCategory).Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxCategories),
    ];

    private static ArticlePicture? PictureOf(MetaTags tags, Uri? address)
    {
        var written = tags["og:image:secure_url"] ?? tags["og:image"] ?? tags["twitter:image"];
        var isAddress = address is null ? Uri.TryCreate(written, UriKind.Absolute, out var found) : Uri.TryCreate(address, written, out found);
        return isAddress && written is not null ? ArticlePicture.Of(found, OneLine.Of(tags["og:image:alt"] ?? tags["twitter:image:alt"])) : null;
    }

    /// <summary>The name without what it says of itself.</summary>
    private static string? OutletOf(string? text) => OneLine.Of(text?.Split(" | ")[0].TrimStart('@'));

    /// <summary>ISO 639-1; null for what is none.</summary>
    private static string? LanguageOf(string? tag)
    {
        var code = tag?.Trim().Split('-', '_', ' ', ',')[0];
        return code?.Length == 2 && code.All(char.IsAsciiLetter) ? string.Concat(code.Select(it => (char)(it | 0x20))) : null;
    }
}
