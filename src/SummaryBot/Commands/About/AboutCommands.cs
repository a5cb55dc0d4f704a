using System.Reflection;
using SummaryBot.Commands.Shape;
using SummaryBot.Language;
using SummaryBot.Retention;

namespace SummaryBot.Commands.About;

/// <summary><c>/about</c>: which version this is, what is stored about whoever asks, and a button that deletes it.</summary>
public sealed class AboutCommands(PersonalData data) : ICommandModule
{
    private const string Ask = "abask";
    private const string Delete = "abdel";
    private const string Keep = "abkee";

    /// <summary>Kinds of <see cref="PersonalCount"/> with a text of their own; a draft is one whatever it is of.</summary>
    private static readonly string[] Named = ["follows", "feedback", "undo", "cooldowns"];

    public IEnumerable<CommandSpec> Commands => [new CommandSpec("about", CommandAudience.Reader, [], AnswerAsync)];

    public IEnumerable<ActionSpec> Actions =>
    [
        new ActionSpec(Ask, ActionAnswer.Update, (call, _, _) => Task.FromResult(Sure(call.Words))),
        new ActionSpec(Delete, ActionAnswer.Update, (call, _, token) => DeleteAsync(call, token)),
        new ActionSpec(Keep, ActionAnswer.Update, (call, _, _) => Task.FromResult(Reply.Say(call.Words.Of("about.kept.all")))),
    ];

    private async Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var version = typeof(AboutCommands).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
        var counts = call.UserId.Length == 0 ? [] : await data.CountAsync(call.UserId, cancellationToken);
        IEnumerable<ReplyText> kept = counts.Count == 0
            ? [call.Words.Of("about.nothing")]
            : [call.Words.Of("about.kept"), .. counts.Select(it => ReplyText.Join("", ["• ", Line(call.Words, it)]))];
        return new Reply
        {
            Title = call.Words.Of("about.title", ("version", version)),
            Lines = [call.Words.Of("about.what"), .. call.UserId.Length == 0 ? [] : kept],
            Note = call.Words.Of("about.messages"),
            Buttons = counts.Count == 0 ? [] : [new ReplyButton(call.Words.Plain("about.delete"), Ask, "")],
        };
    }

    private static ReplyText Line(Words words, PersonalCount count)
    {
        var kind = Named.Contains(count.Kind, StringComparer.Ordinal) ? count.Kind : count.Kind.EndsWith("drafts", StringComparison.Ordinal) ? "drafts" : "other";
        return words.Of($"about.kind.{kind}", ("count", count.Count));
    }

    private static Reply Sure(Words words) => new()
    {
        Lines = [words.Of("about.sure")],
        Buttons = [new ReplyButton(words.Plain("about.delete"), Delete, "") { Look = ButtonLook.Danger }, new ReplyButton(words.Plain("about.keep"), Keep, "")],
    };

    private async Task<Reply> DeleteAsync(CommandCall call, CancellationToken cancellationToken)
    {
        await data.DeleteAsync(call.UserId, cancellationToken);
        return Reply.Say(call.Words.Of("about.deleted"));
    }
}
