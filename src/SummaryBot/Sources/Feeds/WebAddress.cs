namespace SummaryBot.Sources.Feeds;

/// <summary>Addresses as feeds and pages write them.</summary>
internal static class WebAddress
{
    private const int MaxLength = 2048;

    /// <summary>An http or https address, without the white space that line breaks put into it; null where it is none.</summary>
    /// <param name="against">What a relative one is relative to; null where that is unknown.</param>
    public static Uri? Of(string? written, Uri? against)
    {
        if (written is null || written.Length > 2 * MaxLength)
        {
            return null;
        }

        var text = string.Concat(written.Trim().Where(it => !char.IsControl(it)));
        return text.Length is > 0 and <= MaxLength
            && !(text[0] == '/' && Uri.TryCreate(text, UriKind.Absolute, out var file) && file.IsFile && against is null)
            && (against is null ? Uri.TryCreate(text, UriKind.Absolute, out var address) : Uri.TryCreate(against, text, out address))
            && address.Scheme is "http" or "https"
            && address.Host.Length > 0 && address.AbsoluteUri.Length <= MaxLength
            ? address
            : null;
    }
}
