using System.Globalization;

namespace SummaryBot.Discord.Rest.RateLimits;

internal static class RateLimitHeaders
{
    /// <summary>Which limit counted the request; several routes may share one.</summary>
    public static string? Bucket(HttpResponseMessage response) => Text(response, "X-RateLimit-Bucket");

    public static double? Number(HttpResponseMessage response, string name) =>
        double.TryParse(Text(response, name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 1e6
            ? number
            : null;

    public static string? Text(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.First() : null;
}
