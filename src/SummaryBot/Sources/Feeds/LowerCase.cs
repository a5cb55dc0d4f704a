namespace SummaryBot.Sources.Feeds;

internal static class LowerCase
{
    /// <summary>Names of elements, types and months are written in lower case in all our tables.</summary>
    public static string Lower(this string text) =>
#pragma warning disable CA1308 // nothing is compared with what is in upper case
        text.ToLowerInvariant();
#pragma warning restore CA1308
}
