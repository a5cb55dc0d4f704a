namespace SummaryBot.Commands.Summaries;

/// <summary>Tells an address that somebody pasted from words.</summary>
public static class PageAddress
{
    /// <summary>Null where it is none of http or https. The angle brackets that Discord's users write around addresses do not count, nor does the fragment.</summary>
    public static Uri? TryRead(string? text)
    {
        var address = text?.Trim().TrimStart('<').TrimEnd('>');
        return Uri.TryCreate(address, UriKind.Absolute, out var read) && read is { Scheme: "http" or "https", Host.Length: > 0 } ? read : null;
    }
}
