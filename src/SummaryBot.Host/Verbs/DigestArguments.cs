using System.CommandLine;
using SummaryBot.Digests;

namespace SummaryBot.Host.Verbs;

/// <summary>The options that say what a digest is; <see cref="DigestReader"/> checks them.</summary>
internal sealed class DigestArguments
{
    private static readonly DigestOptions Defaults = new();

    private readonly Option<string> _channel = Text("--channel", "console, file:PATH, or the id of a Discord channel.", "console");
    private readonly Option<string[]> _time = new("--time") { Description = "A local time such as 08:00; may be repeated.", DefaultValueFactory = _ => ["08:00"] };
    private readonly Option<string[]> _days = new("--days") { Description = "daily, weekdays, or days such as mon,thu.", DefaultValueFactory = _ => ["daily"] };
    private readonly Option<string> _zone = Text("--zone", "An IANA time zone such as Europe/London.", Defaults.Zone);
    private readonly Option<int> _maxStories = Common.Number(
        "--max-stories", "Stories in an edition.", Defaults.MaxStories, DigestReader.MaxMaxStories);
    private readonly Option<string> _length = Text("--length", "How much of each story: short, medium or long.", Defaults.Length);
    private readonly Option<string> _layout = Text("--layout", "How Discord shows it: cards or compact.", Defaults.Layout);
    private readonly Option<string> _empty = Text("--empty", "Without news: skip, note or wait.", Defaults.Empty);

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _channel, _time, _days, _zone, _maxStories, _length, _layout, _empty })
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
        };
        Array.ForEach(parsed.GetValue(_time)!, options.Times.Add);
        Array.ForEach(parsed.GetValue(_days)!, options.Days.Add);
        return DigestReader.Read(options);
    }

    private static Option<string> Text(string name, string description, string usual) =>
        new(name) { Description = description, DefaultValueFactory = _ => usual };
}
