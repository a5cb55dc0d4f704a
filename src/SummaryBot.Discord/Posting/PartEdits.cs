using System.Text.Json.Nodes;
using SummaryBot.Chat;

namespace SummaryBot.Discord.Posting;

/// <summary>Edits those messages of a delivery that change, one after the other, from where an earlier attempt stopped.</summary>
internal static class PartEdits
{
    /// <param name="edit">Edits one message.</param>
    public static async Task<ChangeOutcome> MakeAsync(SentMessage sent, ChatMessage message, Func<PartEdit, Task<ChangeOutcome>> edit)
    {
        var before = sent.Shown is null ? null : Post.Of(sent.Shown);
        if ((sent.Shown is null ? Post.Of(message) : Post.Like(sent.Shown, message)) is not { } posts)
        {
            return new ChangeOutcome.Refused("The corrected edition does not fit into the messages that it was sent as.");
        }

        var (turn, missing, notes) = (0, 0, new List<string>());
        for (var i = 0; i < posts.Count; i++)
        {
            var isChanged = before is null || sent.IsWhole || !JsonNode.DeepEquals(before[i].Body, posts[i].Body);
            if (!isChanged || turn++ < sent.PartsDone)
            {
                continue;
            }

            var outcome = IdOf(sent, posts.Count, i) is { Length: > 0 } id
                ? await edit(new PartEdit(id, IdOf(sent, posts.Count, First(posts, i)), posts[i].Body))
                : new ChangeOutcome.Done { Note = $"Message {i + 1} of {posts.Count} is not known, and is not corrected." };
            switch (outcome)
            {
                case ChangeOutcome.Done { Note: var note }:
                    notes.AddRange(note is null ? [] : [note]);
                    break;
                case ChangeOutcome.Missing:
                    missing++;
                    notes.Add($"Message {i + 1} of {posts.Count} was deleted, and is not posted again.");
                    break;
                default:
                    return outcome with { PartsDone = turn - 1 };
            }
        }

        return missing == posts.Count ? new ChangeOutcome.Missing() : new ChangeOutcome.Done { Note = notes.Count == 0 ? null : string.Join(' ', notes) };
    }

    /// <summary>A version that kept one id knows the first message alone.</summary>
    private static string IdOf(SentMessage sent, int count, int index) =>
        sent.Parts.Count == count ? sent.Parts[index] : index == 0 ? sent.MessageId : "";

    private static int First(IReadOnlyList<Post> posts, int index)
    {
        while (!posts[index].IsFirstPart)
        {
            index--;
        }

        return index;
    }
}

/// <param name="FirstId">Of the message that it goes on from, itself where it begins: a forum's thread has that id.</param>
internal sealed record PartEdit(string Id, string FirstId, JsonObject Body);
