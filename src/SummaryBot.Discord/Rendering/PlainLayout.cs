using System.Text.Json.Nodes;
using SummaryBot.Chat;

namespace SummaryBot.Discord.Rendering;

/// <summary>An edition as text alone. What one message does not hold goes on in the next; a story is never parted.</summary>
internal static class PlainLayout
{
    /// <summary>Message flag 1 &lt;&lt; 2: no previews of the pages that are linked to.</summary>
    private const int SuppressEmbeds = 1 << 2;

    private const string Gap = "\n\n";

    /// <param name="like">A message with as many stories, parted where that one is; null parts it where it is full.</param>
    public static IReadOnlyList<JsonObject> Render(ChatMessage message, ChatMessage? like)
    {
        var blocks = Blocks(message);
        var parts = Parts(like is null ? blocks : Blocks(like));
        var texts = blocks.Zip(parts).Where(it => it.First.Length > 0).GroupBy(it => it.Second, it => it.First).Select(part => string.Join(Gap, part));
        return [.. texts.Select(text => new JsonObject { ["content"] = text, ["flags"] = SuppressEmbeds })];
    }

    /// <summary>The head, each story, and what stands under them; head and foot may be empty.</summary>
    private static string[] Blocks(ChatMessage message)
    {
        var head = string.Join('\n', new[] { MessageRenderer.Mention(message), MessageRenderer.Heading(message) }.Where(line => !string.IsNullOrEmpty(line)));
        return [head, .. MessageRenderer.Stories(message), MessageRenderer.Footnote(message)];
    }

    /// <summary>For each block the number of the message that it stands in.</summary>
    private static List<int> Parts(string[] blocks)
    {
        var (parts, text) = (new List<int>(), "");
        foreach (var block in blocks)
        {
            var longer = text.Length == 0 || block.Length == 0 ? text + block : $"{text}{Gap}{block}";
            var isNew = text.Length > 0 && PayloadBudget.Length(longer) > PayloadBudget.MaxContent;
            text = isNew ? block : longer;
            parts.Add((parts.Count == 0 ? 0 : parts[^1]) + (isNew ? 1 : 0));
        }

        return parts;
    }
}
