using System.CommandLine;
using SummaryBot.Digests;
using SummaryBot.Sources;

namespace SummaryBot.Host.Verbs;

/// <summary>The options that say how a source is read, checked.</summary>
internal sealed class SourceArguments
{
    private readonly Option<string?> _name = new("--name") { Description = $"What it is called, 1 to {NewSubscription.MaxNameLength} characters; its own title unless told." };
    private readonly Option<string?> _group = new("--group") { Description = "A group that it belongs to." };
    private readonly Option<string?> _outlet = new("--outlet") { Description = "Whom its articles are credited to; the name unless told. Feeds of one outlet count as one source." };
    private readonly Option<string> _backfill = new("--backfill")
    {
        Description = "What of the first visit is news: none, latest or day.",
        DefaultValueFactory = _ => ChoiceText.Of(Backfill.None),
    };

    /// <summary>Whose source it is.</summary>
    public static Option<string> Guild { get; } = new("--guild")
    {
        Description = "The id of the Discord server whose source it is; without it it is every server's.",
        DefaultValueFactory = _ => "",
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _name, _group, _outlet, _backfill, SourceEditVerb.Share, Guild })
        {
            command.Add(option);
        }
    }

    /// <exception cref="VerbException">Something is wrong with them; the message says what.</exception>
    public NewSubscription Read(ParseResult parsed, SourceKind kind, Uri address, string? title)
    {
        var (name, group, outlet) = (parsed.GetValue(_name), parsed.GetValue(_group), parsed.GetValue(_outlet));
        Check("--name", name);
        Check("--group", group);
        Check("--outlet", outlet);
        if (!ChoiceText.TryParse<Backfill>(parsed.GetValue(_backfill)!, out var backfill))
        {
            throw new VerbException($"--backfill \"{parsed.GetValue(_backfill)}\": write {ChoiceText.AllOf<Backfill>()}.") { ExitCode = Exit.WrongUse };
        }

        return new NewSubscription(kind, address, name ?? NewSubscription.NameFor(title, address))
        {
            Guild = GuildOf(parsed),
            Group = group,
            Outlet = outlet,
            Title = title,
            QuoteShare = SourceEditVerb.ShareOf(parsed),
            Backfill = kind is SourceKind.Page ? Backfill.Latest : backfill, // who names one page wants that article
        };
    }

    public bool HasName(ParseResult parsed) => parsed.GetValue(_name) is not null;

    public static string GuildOf(ParseResult parsed)
    {
        var guild = parsed.GetValue(Guild)!;
        return NewSubscription.IsGuild(guild)
            ? guild
            : throw new VerbException($"--guild \"{guild}\": write the id of a Discord server (17 to 20 digits).") { ExitCode = Exit.WrongUse };
    }

    private static void Check(string option, string? text)
    {
        if (text is not null && !NewSubscription.IsName(text))
        {
            throw new VerbException($"{option} \"{text}\": write one line of 1 to {NewSubscription.MaxNameLength} characters.") { ExitCode = Exit.WrongUse };
        }
    }
}
