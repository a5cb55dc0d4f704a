using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace SummaryBot.TestDiscord.Inspection;

/// <summary>Discord's markdown as HTML, as far as messages of the bot use it: headings, small print, bold, links, times and escapes.</summary>
internal static class DiscordHtml
{
    private static readonly Regex Inline = new(
        @"\\(?<escaped>[^0-9A-Za-z\s])|\*\*(?<bold>(?:\\.|[^\\])+?)\*\*|\[(?<label>(?:\\.|[^\]\\])+)\]\((?<url>https?://[^\s)]+)\)|<t:(?<time>[0-9]+)(:[a-zA-Z])?>|(?<plain>https?://[^\s<]+)",
        RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    public static string Of(string markdown) => string.Concat(markdown.Split('\n').Select(Line));

    private static string Line(string line) => line switch
    {
        _ when line.StartsWith("### ", StringComparison.Ordinal) => $"<h3>{Words(line[4..])}</h3>",
        _ when line.StartsWith("## ", StringComparison.Ordinal) => $"<h2>{Words(line[3..])}</h2>",
        _ when line.StartsWith("# ", StringComparison.Ordinal) => $"<h1>{Words(line[2..])}</h1>",
        _ when line.StartsWith("-# ", StringComparison.Ordinal) => $"<small>{Words(line[3..])}</small>",
        _ when line.StartsWith("- ", StringComparison.Ordinal) => $"<li>{Words(line[2..])}</li>",
        _ => $"<p>{Words(line)}</p>",
    };

    private static string Words(string text)
    {
        var html = new System.Text.StringBuilder();
        var at = 0;
        foreach (var match in Inline.Matches(text).Cast<Match>())
        {
            html.Append(Encode(text[at..match.Index])).Append(Mark(match));
            at = match.Index + match.Length;
        }

        return html.Append(Encode(text[at..])).ToString();
    }

    private static string Mark(Match match) => match.Groups switch
    {
        var g when g["escaped"].Success => Encode(g["escaped"].Value),
        var g when g["bold"].Success => $"<b>{Words(g["bold"].Value)}</b>",
        var g when g["label"].Success => $"<a href=\"{Encode(g["url"].Value)}\">{Words(g["label"].Value)}</a>",
        var g when g["time"].Success => $"<span class=time>{Time(g["time"].Value)}</span>",
        var g => $"<a href=\"{Encode(g["plain"].Value)}\">{Encode(g["plain"].Value)}</a>",
    };

    private static string Time(string seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture)).ToString(
            "d MMMM yyyy HH:mm", CultureInfo.InvariantCulture);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
