using System.Text.RegularExpressions;
using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Host.ConsoleChat;
using SummaryBot.Language;

namespace SummaryBot.Host.Verbs.Twins;

/// <summary>Writes the answer to a command for a terminal or a pipe.</summary>
internal static partial class TwinAnswer
{
    /// <param name="output">Where a file that comes with it is written; null for standard output.</param>
    /// <param name="words">In the language of the answer.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> WriteAsync(Reply reply, string? output, Words words, CancellationToken cancellationToken)
    {
        if (reply.Error is { } error)
        {
            Notes.Write(string.Join(' ', reply.Lines.Select(Text)));
            return error is ErrorCode.BadOption or ErrorCode.MissingOption or ErrorCode.BadField or ErrorCode.NotAnAddress ? Exit.WrongUse : Exit.Failed;
        }

        await WriteFileAsync(reply.File, output, cancellationToken);
        if (reply.Message is { } message)
        {
            Common.Write(PlainMessage.Write(message));
        }

        if (reply.Card is { } card)
        {
            Common.Write(PlainCard.Write(card));
        }

        foreach (var line in new[] { reply.Title }.Concat(reply.Lines).Append(reply.Note).OfType<ReplyText>())
        {
            Common.WriteLine(Text(line));
        }

        if (reply.Buttons.FirstOrDefault(it => string.Equals(it.Kind, "undo", StringComparison.Ordinal)) is { } undo)
        {
            Common.WriteLine(words.Plain("cli.undo", ("command", $"summarybot undo {undo.Payload}")));
        }

        foreach (var more in reply.More)
        {
            await WriteAsync(more, output, words, cancellationToken);
        }

        return Exit.Done;
    }

    /// <summary>A link shows its address behind its words, and a command of the chat is named as the verb that it is here.</summary>
    private static string Text(ReplyText text) => Command().Replace(
        Printable.Of(string.Concat(
            text.Parts.Select(part => part is ReplyPart.Link(var label, var address) ? $"{label} <{address.AbsoluteUri}>" : new ReplyText([part]).ToString()))),
        command => TextFiles.Families.Contains(command.Groups["family"].Value, StringComparer.Ordinal) ? $"summarybot {command.Groups["family"].Value}" : command.Value);

    [GeneratedRegex(@"(?<!\S)/(?<family>[a-z]+)(?![^\s.,;:)])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command();

    private static async Task WriteFileAsync(ReplyFile? file, string? output, CancellationToken cancellationToken)
    {
        if (file is not null && output is not null)
        {
            await File.WriteAllBytesAsync(output, file.Content, cancellationToken);
        }
        else if (file is not null)
        {
            Common.Write(System.Text.Encoding.UTF8.GetString(file.Content.Span));
        }
    }
}
