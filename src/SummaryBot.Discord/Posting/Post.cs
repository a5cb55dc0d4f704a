using System.Text.Json.Nodes;
using SummaryBot.Chat;
using SummaryBot.Discord.Rendering;

namespace SummaryBot.Discord.Posting;

/// <summary>One Discord message of a delivery.</summary>
/// <param name="Title">The name of its thread, where it gets one: 1 to 100 UTF-16 units.</param>
/// <param name="WantsThread">Whether a thread is asked for, where the channel has them.</param>
/// <param name="IsFirstPart">Whether it begins; what does not goes on in the thread of the post before it, where that has opened one.</param>
internal sealed record Post(JsonObject Body, string Title, bool WantsThread, bool IsFirstPart)
{
    private const string Suffixes = "123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>The text that it is recognized by.</summary>
    public IReadOnlyList<string> Text { get; } = MessageText.Of(Body);

    /// <summary>A delivery's messages in their order: one for the edition, more where a plain text is long, or one for each story.</summary>
    /// <param name="like">A message whose place it takes: it is parted as that one is; null where it is new.</param>
    public static IReadOnlyList<Post> Of(ChatMessage message, ChatMessage? like = null)
    {
        var mode = message.Posting?.Thread ?? ThreadMode.None;
        return mode == ThreadMode.Story && message.Stories.Count > 0
            ? [.. message.Stories.SelectMany((story, i) => Parts(
                Alone(message, i), like is null ? null : Alone(like, i), ThreadTitle.Of(story.Headline, $"Story {i + 1}"), wantsThread: true))]
            : [.. Parts(message, like, ThreadTitle.Of(message.Title, "Digest"), mode == ThreadMode.Digest)];
    }

    /// <summary>The messages that can take the place of those of a delivery, one for one; null where they cannot.</summary>
    public static IReadOnlyList<Post>? Like(ChatMessage sent, ChatMessage message)
    {
        if (sent.Stories.Count != message.Stories.Count)
        {
            return null;
        }

        var posts = Of(message, sent);
        return posts.Count == Of(sent).Count && posts.All(post => PayloadBudget.Fits(post.Body)) ? posts : null;
    }

    /// <summary>The nonce of each message: the delivery's own, and from the second on with one more character, 25 in all.</summary>
    public static string Nonce(Delivery delivery, int index) => index == 0 ? delivery.Nonce : $"{delivery.Nonce}{Suffixes[index - 1]}";

    private static IEnumerable<Post> Parts(ChatMessage message, ChatMessage? like, string title, bool wantsThread) =>
        MessageRenderer.Render(message, like).Select((body, part) => new Post(body, title, wantsThread && part == 0, part == 0));

    /// <summary>What is said of the whole edition stands at the first story and at the last; the role hears of it once.</summary>
    private static ChatMessage Alone(ChatMessage message, int index) => message with
    {
        Title = "",
        Intro = index == 0 ? message.Intro : [],
        Stories = [message.Stories[index]],
        Footnote = index == message.Stories.Count - 1 ? [message.Title, .. message.Footnote] : [message.Title],
        Corrections = message.Corrections?.Where(correction => correction.Stories.Contains(index + 1)).ToList(),
        Posting = message.Posting! with { MentionRole = index == 0 ? message.Posting.MentionRole : null },
    };
}
