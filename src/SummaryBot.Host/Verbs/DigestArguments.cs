using System.CommandLine;
using SummaryBot.Digests;

namespace SummaryBot.Host.Verbs;

/// <summary>The options that say what a digest is; <see cref="DigestReader"/> checks them.</summary>
internal sealed class DigestArguments
{
    private static readonly DigestOptions Defaults = new();

    private readonly Option<string> _channel = Text("--channel", "console, file:PATH, the id of a Discord channel, or the address of a Discord webhook.", "console");
    private readonly Option<string[]> _time = new("--time") { Description = "A local time such as 08:00; may be repeated.", DefaultValueFactory = _ => ["08:00"] };
    private readonly Option<string[]> _days = new("--days") { Description = "daily, weekdays, or days such as mon,thu.", DefaultValueFactory = _ => ["daily"] };
    private readonly Option<string> _zone = Text("--zone", "An IANA time zone such as Europe/London.", Defaults.Zone);
    private readonly Option<int> _maxStories = Common.Number(
        "--max-stories", "Stories in an edition.", Defaults.MaxStories, DigestReader.MaxMaxStories);
    private readonly Option<string> _length = Text("--length", "How much of each story: short, medium or long.", Defaults.Length);
    private readonly Option<string> _layout = Text("--layout", "How Discord shows it: cards, compact or plain.", Defaults.Layout);
    private readonly Option<string> _empty = Text("--empty", "Without news: skip, note or wait.", Defaults.Empty);

    private readonly Option<string> _guild = Text("--guild", "The id of the Discord server, for its brand.", "");
    private readonly Option<string> _mention = Text("--mention", "The id of a role to mention once in each edition.", "");
    private readonly Option<string> _thread = Text("--thread", "Threads in Discord: none, digest or story.", Defaults.Thread);
    private readonly Option<bool> _crosspost = new("--crosspost") { Description = "Publish what is posted in an announcement channel to its followers." };
    private readonly Option<string[]> _tag = new("--tag") { Description = "A forum's tag, by name or id; may be repeated." };
    private readonly Option<string> _displayName = Text("--display-name", "Whose digest it is shown as.", "");
    private readonly Option<string> _avatar = Text("--avatar", "The address of a picture beside the name.", "");
    private readonly Option<string> _color = Text("--color", "The color of the edge, as #5865F2.", "");
    private readonly Option<string> _footer = Text("--footer", "A line below everything.", "");

    public void AddTo(Command command)
    {
        foreach (var option in new Option[]
            {
                _channel, _time, _days, _zone, _maxStories, _length, _layout, _empty,
                _guild, _mention, _thread, _crosspost, _tag, _displayName, _avatar, _color, _footer,
            })
        {
            command.Add(option);
        }
    }

    public DigestReadResult Read(ParseResult parsed, string name)
    {
        var options = new DigestOptions
        {
            Name = name,
            Channel = parsed.GetValue(_channel)!,
            Zone = parsed.GetValue(_zone)!,
            MaxStories = parsed.GetValue(_maxStories),
            Length = parsed.GetValue(_length)!,
            Layout = parsed.GetValue(_layout)!,
            Empty = parsed.GetValue(_empty)!,
            Guild = parsed.GetValue(_guild)!,
            Mention = parsed.GetValue(_mention)!,
            Thread = parsed.GetValue(_thread)!,
            Crosspost = parsed.GetValue(_crosspost),
            Brand = new BrandOptions
            {
                Name = parsed.GetValue(_displayName)!,
                Avatar = parsed.GetValue(_avatar)!,
                Color = parsed.GetValue(_color)!,
                Footer = parsed.GetValue(_footer)!,
            },
        };
        Array.ForEach(parsed.GetValue(_time)!, options.Times.Add);
        Array.ForEach(parsed.GetValue(_days)!, options.Days.Add);
        Array.ForEach(parsed.GetValue(_tag) ?? [], options.Tags.Add);
        return DigestReader.Read(options);
    }

    private static Option<string> Text(string name, string description, string usual) =>
        new(name) { Description = description, DefaultValueFactory = _ => usual };
}
