using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace SummaryBot.TestDiscord.Inspection;

/// <summary>Discord's markdown as HTML: all of it that a text can fall into, so that whatever an article smuggles in would be seen.</summary>
/// <remarks><see href="https://support.discord.com/hc/en-us/articles/210298617"/>, <see href="https://discord.com/developers/docs/reference#message-formatting"/></remarks>
internal static class DiscordHtml
{
    private const string Any = @"(?:\\.|[^\\])+?";

    private static readonly Regex Inline = new(
        @"\\(?<escaped>[^0-9A-Za-z\s])"
        + @"|(?<tick>`+)(?<code>.+?)\k<tick>(?!`)"
        + $@"|\*\*(?<bold>{Any})\*\*(?!\*)|__(?<underline>{Any})__(?!_)|\*(?<italic>[^\s*](?:\\.|[^\\*])*?)\*|\b_(?<italic>(?:\\.|[^\\_])+?)_\b|~~(?<strike>{Any})~~|\|\|(?<spoiler>{Any})\|\|"
        + @"|\[(?<label>(?:\\.|[^\]\\])+)\]\(<?(?<url>https?://[^\s)>]+)>?\)"
        + @"|<t:(?<time>-?[0-9]{1,12})(:[tTdDfFR])?>"
        + @"|(?<mention>@everyone|@here|<@!?[0-9]+>|<@&[0-9]+>|<#[0-9]+>|<id:[a-z]+>|</[^:\n>]+:[0-9]+>)"
        + @"|<a?:(?<emoji>\w+):[0-9]+>"
        + @"|<?(?<plain>https?://[^\s<>]+)>?|(?<invite>\b(discord\.gg|discord(app)?\.com/invite)/[A-Za-z0-9-]+)",
        RegexOptions.ExplicitCapture | RegexOptions.Compiled,
        TimeSpan.FromSeconds(2));

    private static readonly Regex List = new(@"^ *([-*]|[0-9]+\.) (?<text>.+)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    public static string Of(string markdown) => string.Concat(markdown.Trim().Split('\n').Select(Line));

    private static string Line(string line) => line switch
    {
        "" => "<p class=gap></p>",
        _ when line.StartsWith("### ", StringComparison.Ordinal) => $"<h3>{Words(line[4..])}</h3>",
        _ when line.StartsWith("## ", StringComparison.Ordinal) => $"<h2>{Words(line[3..])}</h2>",
        _ when line.StartsWith("# ", StringComparison.Ordinal) => $"<h1>{Words(line[2..])}</h1>",
        _ when line.StartsWith("-# ", StringComparison.Ordinal) => $"<small>{Words(line[3..])}</small>",
        _ when line.StartsWith("> ", StringComparison.Ordinal) || line.StartsWith(">>> ", StringComparison.Ordinal) =>
            $"<blockquote>{Words(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..])}</blockquote>",
        _ when List.Match(line) is { Success: true } item => $"<li>{Words(item.Groups["text"].Value)}</li>",
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
        var g when g["code"].Success => $"<code>{Encode(g["code"].Value)}</code>",
        var g when g["bold"].Success => $"<b>{Words(g["bold"].Value)}</b>",
        var g when g["underline"].Success => $"<u>{Words(g["underline"].Value)}</u>",
        var g when g["italic"].Success => $"<i>{Words(g["italic"].Value)}</i>",
        var g when g["strike"].Success => $"<s>{Words(g["strike"].Value)}</s>",
        var g when g["spoiler"].Success => $"<span class=spoiler>{Words(g["spoiler"].Value)}</span>",
        var g when g["label"].Success => $"<a href=\"{Encode(g["url"].Value)}\">{Words(g["label"].Value)}</a>",
        var g when g["time"].Success => $"<span class=time>{Time(g["time"].Value)}</span>",
        var g when g["mention"].Success => $"<span class=mention>{Encode(g["mention"].Value)}</span>",
        var g when g["emoji"].Success => $"<span class=emoji>{Encode(g["emoji"].Value)}</span>",
        var g when g["invite"].Success => $"<a class=invite>{Encode(g["invite"].Value)}</a>",
        var g => $"<a href=\"{Encode(g["plain"].Value)}\">{Encode(g["plain"].Value)}</a>",
    };

    private static string Time(string seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture)).ToString(
            "d MMMM yyyy HH:mm", CultureInfo.InvariantCulture);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
