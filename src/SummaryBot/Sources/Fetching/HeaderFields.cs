using System.Globalization;
using System.Net.Http.Headers;

namespace SummaryBot.Sources.Fetching;

/// <summary>Reads header fields as they came: what .NET takes for invalid is left out elsewhere, and servers write much of that.</summary>
internal static class HeaderFields
{
    /// <summary>What is read of a number of seconds: beyond a year nobody means it.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>The first field of a name, word for word; null where there is none.</summary>
    public static string? First(HttpHeaders headers, string name) => headers.NonValidated.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    public static IEnumerable<string> All(HttpHeaders headers, string name) => headers.NonValidated.TryGetValues(name, out var values) ? values : [];

    /// <summary>Retry-After as seconds or as a date (RFC 9110, 10.2.3); null where it is neither.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now) => First(response.Headers, "Retry-After") is not { } text ? null
        : Seconds(text) ?? (Date(text) is { } date ? Positive(date - now) : null);

    /// <summary>How long an answer stays fresh in a private cache (RFC 9111, 4.2): max-age, else Expires, less the time it spent on the way.</summary>
    public static TimeSpan? MaxAge(HttpResponseMessage response, DateTimeOffset now)
    {
        var directives = All(response.Headers, "Cache-Control").SelectMany(field => field.Split(',', StringSplitOptions.TrimEntries)).ToList();
        if (directives.Any(it => it.StartsWith("no-cache", StringComparison.OrdinalIgnoreCase) || it.Equals("no-store", StringComparison.OrdinalIgnoreCase)))
        {
            return TimeSpan.Zero;
        }

        var maxAge = directives.Where(it => it.StartsWith("max-age=", StringComparison.OrdinalIgnoreCase)).Select(it => Seconds(it[8..].Trim('"'))).FirstOrDefault(it => it is not null);
        return maxAge is { } age ? Positive(age - (Seconds(First(response.Headers, "Age") ?? "") ?? TimeSpan.Zero))
            : First(response.Content.Headers, "Expires") is not { } expires ? null
            : Date(expires) is not { } end ? TimeSpan.Zero // RFC 9111, 5.3: what is no date is over, "0" above all
            : Positive(end - (Date(First(response.Headers, "Date") ?? "") ?? now));
    }

    private static TimeSpan? Seconds(string text) => text.Trim() is { Length: > 0 } digits && digits.All(char.IsAsciiDigit)
        ? digits.Length <= 9 && TimeSpan.FromSeconds(long.Parse(digits, CultureInfo.InvariantCulture)) is var time && time < Longest ? time : Longest
        : null;

    /// <summary>Any of the three forms of RFC 9110, 5.6.7.</summary>
    private static DateTimeOffset? Date(string text) => RetryConditionHeaderValue.TryParse(text, out var value) ? value.Date : null;

    private static TimeSpan Positive(TimeSpan time) => time < TimeSpan.Zero ? TimeSpan.Zero : time > Longest ? Longest : time;
}
