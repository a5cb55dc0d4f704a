using SummaryBot.Commands.Shape;
using SummaryBot.Digests;

namespace SummaryBot.Commands.Digests;

/// <summary>Puts the options of a command into those of a digest; what is not given stays.</summary>
internal static class DigestChanges
{
    public static void Apply(CommandCall call, DigestOptions options)
    {
        Clear(call.Text("clear"), options);
        options.Name = call.Text("rename") ?? options.Name;
        options.Channel = call.ChannelOf("channel")?.Address ?? options.Channel;
        Replace(options.Times, call.Text("time"), ' ', ',');
        options.Zone = call.Text("timezone") ?? options.Zone;
        Replace(options.Days, call.Text("days"), ' ', ',');
        options.MaxStories = call.Integer("max_stories") ?? options.MaxStories;
        options.Length = call.Text("length") ?? options.Length;
        options.Layout = call.Text("layout") ?? options.Layout;
        options.Empty = call.Text("empty") ?? options.Empty;
        options.Mention = call.Text("mention") is { } role ? Role(call, role) : options.Mention;
        options.Crosspost = call.Truth("crosspost") ?? options.Crosspost;
        Replace(options.Tags, call.Text("tags"), ',');
        Apply(call, options.Brand);
        Apply(call, options.Editing);
    }

    /// <param name="terms">With commas; null takes the section away.</param>
    public static void SetSection(IList<SectionOptions> sections, string name, string? terms)
    {
        var at = sections.ToList().FindIndex(it => string.Equals(it.Name, name, StringComparison.OrdinalIgnoreCase));
        var section = new SectionOptions { Name = name, Terms = [.. Parts(terms ?? "", ',')] };
        switch (at, terms)
        {
            case ( < 0, null):
                break;
            case (_, null):
                sections.RemoveAt(at);
                break;
            case ( < 0, _):
                sections.Add(section);
                break;
            default:
                sections[at] = section;
                break;
        }
    }

    /// <summary>Everybody's role has the number of the server, and is none to mention.</summary>
    private static string Role(CommandCall call, string role) => string.Equals(role, call.Guild, StringComparison.Ordinal) ? "@everyone" : role;

    private static void Apply(CommandCall call, BrandOptions brand)
    {
        brand.Name = call.Text("display_name") ?? brand.Name;
        brand.Avatar = call.Text("avatar") ?? brand.Avatar;
        brand.Color = call.Text("color") ?? brand.Color;
        brand.Footer = call.Text("footer") ?? brand.Footer;
    }

    private static void Apply(CommandCall call, EditorialOptions editing)
    {
        editing.Kind = call.Text("kind") ?? editing.Kind;
        editing.MaxPerSource = call.Integer("max_per_source") ?? editing.MaxPerSource;
        editing.RepeatDays = call.Integer("repeat_days") ?? editing.RepeatDays;
        editing.CarryDays = call.Integer("carry_days") ?? editing.CarryDays;
        editing.Pictures = call.Truth("pictures") ?? editing.Pictures;
        Replace(editing.Holidays, call.Text("holidays"), ' ', ',');
        Replace(editing.RecapOf, call.Text("recap_of"), ',');
    }

    private static void Clear(string? what, DigestOptions options)
    {
        var editing = options.Editing;
        switch (what)
        {
            case "mention":
                options.Mention = "";
                break;
            case "tags":
                options.Tags.Clear();
                break;
            case "holidays":
                editing.Holidays.Clear();
                break;
            case "sections":
                editing.Sections.Clear();
                break;
            case "recap_of":
                editing.RecapOf.Clear();
                break;
            case "quiet":
                editing.Quiet = null;
                break;
            case "brand":
                options.Brand = new BrandOptions();
                break;
        }
    }

    private static void Replace(IList<string> list, string? text, params char[] separators)
    {
        if (text is not null)
        {
            DigestText.Replace(list, Parts(text, separators));
        }
    }

    private static string[] Parts(string text, params char[] separators) => text.Split(separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
