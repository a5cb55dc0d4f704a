using System.Text.Json.Nodes;
using SummaryBot.Chat;

namespace SummaryBot.Discord.Rendering;

/// <summary>An edition as text alone. What one message does not hold goes on in the next; a story is never parted.</summary>
internal static class PlainLayout
{
    /// <summary>Message flag 1 &lt;&lt; 2: no previews of the pages that are linked to.</summary>
    private const int SuppressEmbeds = 1 << 2;

    public static IReadOnlyList<JsonObject> Render(ChatMessage message)
    {
        var head = string.Join('\n', new[] { MessageRenderer.Mention(message), MessageRenderer.Heading(message) }.Where(line => !string.IsNullOrEmpty(line)));
        string[] blocks = [head, .. MessageRenderer.Stories(message), MessageRenderer.Footnote(message)];
        var texts = new List<string>();
        foreach (var block in blocks.Where(block => block.Length > 0))
        {
            if (texts.Count > 0 && $"{texts[^1]}\n\n{block}" is var longer && PayloadBudget.Length(longer) <= PayloadBudget.MaxContent)
            {
                texts[^1] = longer;
            }
            else
            {
                texts.Add(block);
            }
        }

        return [.. texts.Select(text => new JsonObject { ["content"] = text, ["flags"] = SuppressEmbeds })];
    }
}
