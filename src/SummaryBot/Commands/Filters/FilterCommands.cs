using System.Globalization;
using SummaryBot.Commands.Digests;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Digests.Filters;
using SummaryBot.Language;
using SummaryBot.Undo;

namespace SummaryBot.Commands.Filters;

/// <summary><c>/filter</c>: what a digest lets through.</summary>
public sealed class FilterCommands(FilterEditor editor, DigestFinder finder, FilterTest test, FilterSuggestions suggestions, UndoLog undo) : ICommandModule
{
    private const int MaxValue = 200;
    private const int MaxGroup = 25;

    public IEnumerable<CommandSpec> Commands =>
    [
        Spec(
            "add",
            AddAsync,
            Digest with { IsRequired = true },
            DigestOptionSpecs.Text("value", MaxValue) with { IsRequired = true },
            DigestOptionSpecs.OneOf("field", [.. Enum.GetValues<FilterField>().Select(ChoiceText.Of)]),
            DigestOptionSpecs.OneOf("op", [.. Enum.GetValues<FilterOp>().Select(FilterOpText.Of)]),
            DigestOptionSpecs.Number("group", 1, MaxGroup)) with { Example = "\"Morning digest\" transport --field title" },
        Spec("list", ListAsync, Digest) with { Example = "\"Morning digest\"" },
        Spec("remove", RemoveAsync, DigestOptionSpecs.Text("rule", 40) with { IsRequired = true, HasAutocomplete = true }) with { Example = "\"Morning digest\" 2" },
        Spec("test", test.AnswerAsync, Digest with { IsRequired = true }, DigestOptionSpecs.Text("article", 2048) with { IsRequired = true, HasAutocomplete = true }) with
        {
            Example = "\"Morning digest\" https://example.com/news/1",
        },
    ];

    private static OptionSpec Digest => DigestOptionSpecs.Text("digest", DigestReader.MaxNameLength) with { HasAutocomplete = true };

    /// <param name="rule">It gets the next number, whatever its own.</param>
    public async Task<Reply> AddAsync(CommandCall call, StoredDigest digest, FilterOptions rule, CancellationToken cancellationToken)
    {
        var (change, undoId) = await KeepAsync(call, digest, () => editor.AddAsync(digest.Id, rule, cancellationToken), cancellationToken);
        return change is FilterChange.Done(var done)
            ? Say(call.Words.Of("filter.added", ("name", digest.Digest.Name), ("rule", RuleWords.Of(call.Words, done)), ("group", done.Group)), call.Words, undoId)
            : Refuse(call, change, digest.Digest.Name, "");
    }

    public async Task<Reply> RemoveAsync(CommandCall call, StoredDigest digest, int number, CancellationToken cancellationToken)
    {
        var (change, undoId) = await KeepAsync(call, digest, () => editor.RemoveAsync(digest.Id, number, cancellationToken), cancellationToken);
        return change is FilterChange.Done(var done)
            ? Say(call.Words.Of("filter.removed", ("name", digest.Digest.Name), ("rule", RuleWords.Of(call.Words, done))), call.Words, undoId)
            : Refuse(call, change, digest.Digest.Name, number.ToString(CultureInfo.InvariantCulture));
    }

    private CommandSpec Spec(string name, Func<CommandCall, CancellationToken, Task<Reply>> answerAsync, params IReadOnlyList<OptionSpec> options) =>
        new($"filter {name}", CommandAudience.Admin, options, answerAsync) { SuggestAsync = suggestions.SuggestAsync, HasOwnVerb = true };

    private async Task<Reply> AddAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (digest, refusal) = await finder.FindAsync(call, call.Text("digest"), cancellationToken);
        var usual = new FilterOptions();
        var rule = new FilterOptions
        {
            Group = call.Integer("group") ?? usual.Group,
            Field = call.Text("field") ?? usual.Field,
            Op = call.Text("op") ?? usual.Op,
            Value = call.Text("value") ?? "",
        };
        return refusal ?? await AddAsync(call, digest!, rule, cancellationToken);
    }

    private async Task<Reply> ListAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var name = call.Text("digest");
        var (one, refusal) = name is null ? (null, null) : await finder.FindAsync(call, name, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        IReadOnlyList<StoredDigest> digests = one is null ? await finder.ListAsync(call, cancellationToken) : [one];
        var lines = digests.Where(it => it.Digest.Editing.Filters.Count > 0).SelectMany(it => Lines(call.Words, it.Digest)).ToList();
        return lines.Count == 0 ? Reply.Say(call.Words.Of("filter.none")) : new Reply { Lines = lines, Note = call.Words.Of("filter.howGroups") };
    }

    /// <summary>The suggestions of the option hold both numbers: of the digest and of the rule.</summary>
    private async Task<Reply> RemoveAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var asked = call.Text("rule") ?? "";
        if (asked.Split(':') is not [var of, var rule] || !long.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || !int.TryParse(rule, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return Reply.Fail(call.Words, ErrorCode.NoSuchRule, ("rule", asked));
        }

        var (digest, refusal) = await finder.FindAsync(call, id, cancellationToken);
        return refusal is null ? await RemoveAsync(call, digest!, number, cancellationToken) : Reply.Fail(call.Words, ErrorCode.NoSuchRule, ("rule", asked));
    }

    private static IEnumerable<ReplyText> Lines(Words words, Digest digest) => digest.Editing.Filters.OrderBy(it => it.Group).Select(rule =>
        words.Of("filter.row", ("digest", new ReplyPart.Strong(digest.Name)), ("rule", RuleWords.Of(words, rule)), ("group", rule.Group)));

    private Task<(FilterChange Result, string? UndoId)> KeepAsync(CommandCall call, StoredDigest digest, Func<Task<FilterChange>> change, CancellationToken cancellationToken) =>
        undo.KeepAsync(call, call.Words.Plain("digest.undo.changed", ("name", digest.Digest.Name)), DigestUndo.Settings(digest.Id), change, cancellationToken);

    private static Reply Say(ReplyText line, Words words, string? undoId) => Reply.Say(line) with { Buttons = UndoCommands.Button(words, undoId) };

    private static Reply Refuse(CommandCall call, FilterChange change, string digest, string rule) => change switch
    {
        FilterChange.Faulty(var faults) => FaultReply.Of(call.Words, faults),
        _ when rule.Length > 0 => Reply.Fail(call.Words, ErrorCode.NoSuchRule, ("rule", rule)),
        _ => DigestFinder.Missing(call, digest),
    };
}
