using SummaryBot.Commands.Shape;
using SummaryBot.Sources;

namespace SummaryBot.Commands.Sources;

/// <summary><c>/source</c>: where articles come from.</summary>
public sealed class SourceCommands(
    SourceAdding adding, SourceListing listing, SourceChanges changes, SourceTesting testing, SourceLists lists, SourceFixes fixes, SourceSuggestions suggestions) : ICommandModule
{
    /// <summary>Each costs a site a few requests.</summary>
    private static readonly Cooldown Fetching = new(Most: 10, MostInGuild: 30, TimeSpan.FromMinutes(1));

    private static readonly OptionSpec Url = new("url", OptionType.Text) { IsRequired = true, Min = 1, Max = 2048 };
    private static readonly OptionSpec Name = new("name", OptionType.Text) { Min = 1, Max = NewSubscription.MaxNameLength };
    private static readonly OptionSpec Source = new("source", OptionType.Text) { IsRequired = true, HasAutocomplete = true, Min = 1, Max = 2048 };

    public IEnumerable<CommandSpec> Commands =>
    [
        Spec("add", [Url, Name, Choice("backfill", "none", "latest", "day"), new OptionSpec("digest", OptionType.Text) { HasAutocomplete = true, Min = 1, Max = 100 }], adding.AddAsync) with
        {
            Cooldown = Fetching, HasOwnVerb = true, Example = "https://www.example.com/feed.xml --backfill latest",
        },
        Spec("list", [], listing.ListAsync) with { HasOwnVerb = true },
        Spec("show", [Source], listing.ShowAsync) with { Example = "\"Example News\"" },
        Spec(
            "edit",
            [Source, Name, Number("interval", SubscriptionChange.LeastInterval, SubscriptionChange.MostInterval), Choice("trust", "low", "normal", "high"), Number("max_per_digest", 1, SubscriptionChange.MostPerDigest)],
            changes.EditAsync) with
        { HasOwnVerb = true, Example = "\"Example News\" --max-per-digest 2" },
        Spec("pause", [Source], changes.PauseAsync) with { HasOwnVerb = true, Example = "\"Example News\"" },
        Spec("resume", [Source], changes.ResumeAsync) with { HasOwnVerb = true, Example = "\"Example News\"" },
        Spec("remove", [Source], changes.RemoveAsync) with { HasOwnVerb = true, Example = "\"Example News\"" },
        Spec("test", [Url], testing.TestAsync) with { Cooldown = Fetching, HasOwnVerb = true, Example = "https://www.example.com/feed.xml" },
        Spec("import", [new OptionSpec("file", OptionType.File) { IsRequired = true }], lists.ImportAsync) with { HasOwnVerb = true, Example = "feeds.opml" },
        Spec("export", [], lists.ExportAsync) with { HasOwnVerb = true, Example = "--out feeds.opml" },
    ];

    public IEnumerable<ActionSpec> Actions =>
    [
        new ActionSpec(SourceAdding.Chosen, ActionAnswer.Update, adding.ChooseAsync) { Audience = CommandAudience.Admin, Cooldown = Fetching },
        new ActionSpec(SourceListing.Page, ActionAnswer.Update, listing.TurnAsync) { Audience = CommandAudience.Admin },
        .. fixes.Actions,
    ];

    private CommandSpec Spec(string name, IReadOnlyList<OptionSpec> options, Func<CommandCall, CancellationToken, Task<Reply>> answer) =>
        new($"source {name}", CommandAudience.Admin, options, answer) { Places = CommandPlaces.Guild, SuggestAsync = options.Any(it => it.HasAutocomplete) ? suggestions.SuggestAsync : null };

    private static OptionSpec Choice(string name, params string[] choices) => new(name, OptionType.Text) { Choices = choices };

    private static OptionSpec Number(string name, int least, int most) => new(name, OptionType.Integer) { Min = least, Max = most };
}
