using SummaryBot.Commands.Shape;
using SummaryBot.Digests;

namespace SummaryBot.Commands.Digests;

/// <summary><c>/digest</c>: what is posted where, and when.</summary>
public sealed class DigestCommands(
    DigestSetup setup, DigestLists lists, DigestPosts posts, DigestRests rests, DigestFeedback feedback, DigestSuggestions suggestions) : ICommandModule
{
    public IEnumerable<CommandSpec> Commands =>
    [
        Spec("create", setup.CreateAsync, DigestOptionSpecs.Create) with { HasOwnVerb = true, Example = "\"Morning digest\" --channel 1100000000000000001 --time 07:30 --zone Europe/London" },
        Spec("edit", setup.EditAsync, DigestOptionSpecs.Edit) with { HasOwnVerb = true, Example = "\"Morning digest\" --time 08:00 --days weekdays" },
        Spec("list", lists.ListAsync, []) with { SuggestAsync = null, HasOwnVerb = true },
        Spec("show", lists.ShowAsync, [DigestOptionSpecs.Name]) with { Example = "\"Morning digest\"" },
        Spec("preview", posts.PreviewAsync, [DigestOptionSpecs.Name, DigestOptionSpecs.Text("as_of", 40)]) with { HasOwnVerb = true, Example = "\"Morning digest\" --as-of 08:00" },
        Spec("send-now", posts.SendNowAsync, [DigestOptionSpecs.Name]) with { HasOwnVerb = true, Example = "\"Morning digest\"" },
        Spec("skip-next", rests.SkipAsync, [DigestOptionSpecs.Name, Until, DigestOptionSpecs.Number("count", 0, DigestBreaks.MaxSkips)]) with { HasOwnVerb = true, Example = "\"Morning digest\" 2" },
        Spec("pause", rests.PauseAsync, [DigestOptionSpecs.Name, Until]) with { HasOwnVerb = true, Example = "\"Morning digest\" --until 2026-12-27" },
        Spec("resume", rests.ResumeAsync, [DigestOptionSpecs.Name]) with { HasOwnVerb = true, Example = "\"Morning digest\"" },
        Spec("delete", setup.DeleteAsync, [DigestOptionSpecs.Name]) with { HasOwnVerb = true, Example = "\"Morning digest\"" },
        Spec("history", lists.HistoryAsync, [DigestOptionSpecs.Name, DigestOptionSpecs.OneOf("status", "written", "empty", "folded", "skipped")]) with
        {
            HasOwnVerb = true, Example = "\"Morning digest\" --status skipped",
        },
        Spec("quiet", rests.QuietAsync, [DigestOptionSpecs.Name, Clock("from"), Clock("to"), DigestOptionSpecs.Days]) with
        {
            HasOwnVerb = true, Example = "\"Morning digest\" --from 22:00 --to 07:00",
        },
        Spec("thread", setup.ThreadAsync, [DigestOptionSpecs.Name, DigestOptionSpecs.OneOf("mode", "none", "per-digest", "per-story") with { IsRequired = true }]) with
        {
            Example = "\"Morning digest\" --mode per-story",
        },
        Spec("section", setup.SectionAsync, [DigestOptionSpecs.Name, Section, DigestOptionSpecs.Text("terms", 4000)]) with
        {
            Example = "\"Morning digest\" --section Transport --terms \"rail, port, group:Towns\"",
        },
        Spec("feedback", feedback.AnswerAsync, [DigestOptionSpecs.Name, DigestOptionSpecs.Text("reset", 100) with { HasAutocomplete = true }]) with
        {
            HasOwnVerb = true, Example = "\"Morning digest\"",
        },
    ];

    public IEnumerable<ActionSpec> Actions =>
    [
        new ActionSpec(DigestPosts.Kind, ActionAnswer.Update, posts.PostAnywayAsync) { Audience = CommandAudience.Admin },
        new ActionSpec(DigestLists.Kind, ActionAnswer.Update, lists.TurnAsync) { Audience = CommandAudience.Admin },
    ];

    private static OptionSpec Until => DigestOptionSpecs.Text("until", 10) with { HasAutocomplete = true };

    private static OptionSpec Section => DigestOptionSpecs.Text("section", 40) with { IsRequired = true, HasAutocomplete = true };

    private static OptionSpec Clock(string name) => DigestOptionSpecs.Text(name, 5) with { IsRequired = true, HasAutocomplete = true };

    private CommandSpec Spec(string name, Func<CommandCall, CancellationToken, Task<Reply>> answerAsync, IReadOnlyList<OptionSpec> options) =>
        new($"digest {name}", CommandAudience.Admin, options, answerAsync) { SuggestAsync = suggestions.SuggestAsync };
}
