using SummaryBot.Articles;

namespace SummaryBot.Sources.Pages;

/// <summary>What became of a page that somebody asked for.</summary>
public abstract record AskedPage
{
    /// <param name="ArticleId">Of the stored article.</param>
    public sealed record Kept(string ArticleId) : AskedPage;

    /// <summary>It was stored once and forgotten, and what was forgotten does not come back: it can be shown, but not kept.</summary>
    public sealed record Unkept(Article Article) : AskedPage;

    public sealed record Failed(PageFault Fault) : AskedPage;
}

public enum PageFault
{
    /// <summary>The address, or one that it leads to, is not fetched.</summary>
    Refused,

    /// <summary>It took too long.</summary>
    TooSlow,

    /// <summary>404 or 410.</summary>
    NotFound,

    /// <summary>The host asks for patience.</summary>
    Busy,

    /// <summary>No answer, a broken one, or one of another status.</summary>
    Broken,

    TooBig,

    /// <summary>There is no text in it, or it is no page.</summary>
    NoArticle,

    /// <summary>As many pages as may be are being fetched.</summary>
    TooMany,
}
