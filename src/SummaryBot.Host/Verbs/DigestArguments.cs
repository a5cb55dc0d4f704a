using System.CommandLine;
using SummaryBot.Digests;

namespace SummaryBot.Host.Verbs;

/// <summary>The options that say what a digest is; <see cref="DigestReader"/> checks them.</summary>
internal sealed class DigestArguments
{
    private static readonly DigestOptions Defaults = new();

    private readonly Option<string> _channel = OptionValues.Text("--channel", "console, file:PATH, the id of a Discord channel, or the address of a Discord webhook.", "console");
    private readonly Option<string[]> _time = OptionValues.List("--time", "A local time such as 08:00.");
    private readonly Option<string[]> _days = OptionValues.List("--days", "daily, weekdays, or days such as mon,thu.");
    private readonly Option<string> _zone = OptionValues.Text("--zone", "An IANA time zone such as Europe/London.", Defaults.Zone);
    private readonly Option<int> _maxStories = Common.Number("--max-stories", "Stories in an edition.", Defaults.MaxStories, DigestReader.MaxMaxStories);
    private readonly Option<string> _length = OptionValues.Text("--length", "How much of each story: short, medium or long.", Defaults.Length);
    private readonly Option<string> _layout = OptionValues.Text("--layout", "How Discord shows it: cards, compact or plain.", Defaults.Layout);
    private readonly Option<string> _empty = OptionValues.Text("--empty", "Without news: skip, note or wait.", Defaults.Empty);
    private readonly Option<string> _guild = OptionValues.Text("--guild", "The id of the Discord server, for its brand.");
    private readonly Option<string> _mention = OptionValues.Text("--mention", "The id of a role to mention once in each edition; \"\" for none.");
    private readonly Option<string> _thread = OptionValues.Text("--thread", "Threads in Discord: none, digest or story.", Defaults.Thread);
    private readonly Option<bool> _crosspost = new("--crosspost") { Description = "Publish what is posted in an announcement channel to its followers; \"--crosspost false\" for no more." };
    private readonly Option<string[]> _tag = OptionValues.List("--tag", "A forum's tag, by name or id.");
    private readonly Option<bool> _noTags = new("--no-tags") { Description = "No tags." };
    private readonly Option<string> _displayName = OptionValues.Text("--display-name", "Whose digest it is shown as.");
    private readonly Option<string> _avatar = OptionValues.Text("--avatar", "The address of a picture beside the name.");
    private readonly Option<string> _color = OptionValues.Text("--color", "The color of the edge, as #5865F2.");
    private readonly Option<string> _footer = OptionValues.Text("--footer", "A line below everything.");

    public IReadOnlyList<Option> All =>
    [
        _channel, _time, _days, _zone, _maxStories, _length, _layout, _empty,
        _guild, _mention, _thread, _crosspost, _tag, _noTags, _displayName, _avatar, _color, _footer,
    ];

    /// <summary>Null where it is not given.</summary>
    public string? GuildOf(ParseResult parsed) => parsed.GetValue(_guild);

    public void Apply(ParseResult parsed, DigestOptions options)
    {
        parsed.IfGiven(_channel, it => options.Channel = it);
        parsed.IfGiven(_time, it => DigestText.Replace(options.Times, it));
        parsed.IfGiven(_days, it => DigestText.Replace(options.Days, it));
        parsed.IfGiven(_zone, it => options.Zone = it);
        parsed.IfGiven(_maxStories, it => options.MaxStories = it);
        parsed.IfGiven(_length, it => options.Length = it);
        parsed.IfGiven(_layout, it => options.Layout = it);
        parsed.IfGiven(_empty, it => options.Empty = it);
        parsed.IfGiven(_guild, it => options.Guild = it);
        parsed.IfGiven(_mention, it => options.Mention = it);
        parsed.IfGiven(_thread, it => options.Thread = it);
        parsed.IfGiven(_crosspost, it => options.Crosspost = it);
        parsed.IfGiven(_noTags, _ => options.Tags.Clear());
        parsed.IfGiven(_tag, it => DigestText.Replace(options.Tags, it));
        parsed.IfGiven(_displayName, it => options.Brand.Name = it);
        parsed.IfGiven(_avatar, it => options.Brand.Avatar = it);
        parsed.IfGiven(_color, it => options.Brand.Color = it);
        parsed.IfGiven(_footer, it => options.Brand.Footer = it);
    }
}
