using System.Net;

namespace SummaryBot.Sources.Fetching;

/// <summary>Where an answer sends on.</summary>
/// <param name="Target">Null where it does not say, or not in a way that can be read.</param>
internal sealed record Redirect(Uri? Target, bool IsPermanent)
{
    /// <summary>Null for an answer that does not send on.</summary>
    public static Redirect? In(HttpResponseMessage response, Uri asked) => response.StatusCode switch
    {
        HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect => new Redirect(Read(response, asked), IsPermanent: true),
        HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect => new Redirect(Read(response, asked), IsPermanent: false),
        _ => null,
    };

    private static Uri? Read(HttpResponseMessage response, Uri asked) =>
        HeaderFields.First(response.Headers, "Location")?.Trim() is { Length: > 0 } text ? Resolve(asked, text) : null;

    /// <summary>A complete address keeps its text for the guard to judge. A path must not be taken for a complete one: on Unix it would be a file.</summary>
    private static Uri? Resolve(Uri asked, string text)
    {
        var complete = text.StartsWith("//", StringComparison.Ordinal) ? $"{asked.Scheme}:{text}"
            : text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && text.AsSpan(0, colon).IndexOfAny('/', '?', '#') < 0 ? text
            : null;
        return complete is not null ? Uri.TryCreate(complete, UriKind.Absolute, out var whole) ? whole : null
            : text.Contains('\\', StringComparison.Ordinal) || !Uri.TryCreate(asked, text, out var part) ? null
            : part;
    }
}
