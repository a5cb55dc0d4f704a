using System.Text.Json.Nodes;
using SummaryBot.Articles;
using SummaryBot.Commands.Shape;
using SummaryBot.Discord.Rendering;
using SummaryBot.Language;

namespace SummaryBot.Discord.Interactions.Commands;

/// <summary>Writes a reply as a Components V2 message within Discord's limits.</summary>
/// <param name="ids">Writes what buttons and menus remember.</param>
/// <param name="userId">Whom the answer is for.</param>
/// <param name="words">In the language of the answer.</param>
internal sealed class ReplyRenderer(ComponentIds ids, string userId, Words words)
{
    private const int ErrorAccent = 0xD83C3E;
    private const int MaxLabel = 80;
    private const int MaxOption = 100;
    private const int MaxPlaceholder = 150;
    private const int PerRow = 5;
    private const int MostRows = 5;
    private const int RoomForNote = 100;

    public JsonObject Render(Reply reply)
    {
        var card = new JsonArray([.. (reply.Card is { } summary ? CardRenderer.Texts(summary, words) : Texts(reply)).Select(Components.Text)]);
        if (reply.File is { } file)
        {
            card.Add(new JsonObject { ["type"] = 13, ["file"] = new JsonObject { ["url"] = $"attachment://{file.Name}" } });
        }

        var components = new JsonArray(Components.Container(card, reply.Error is null ? Components.Accent : ErrorAccent));
        foreach (var row in Rows(reply.Menus, reply.Buttons))
        {
            components.Add(row);
        }

        return new JsonObject
        {
            ["flags"] = MessageRenderer.IsComponentsV2,
            ["components"] = components,
            ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
        };
    }

    /// <summary>The menus, then the buttons.</summary>
    public IEnumerable<JsonNode> Rows(IEnumerable<ReplyMenu> menus, IEnumerable<ReplyButton> buttons) =>
        menus.Select(Menu).Concat(buttons.Chunk(PerRow).Select(row => Components.Row([.. row.Select(Button)]))).Take(MostRows);

    public static JsonObject Option(MenuOption option)
    {
        var json = new JsonObject { ["label"] = WordCut.To(option.Label, MaxOption), ["value"] = option.Value, ["default"] = option.IsChosen };
        if (option.Description is { Length: > 0 } description)
        {
            json["description"] = WordCut.To(description, MaxOption);
        }

        return json;
    }

    /// <summary>As many lines as fit, and how many do not.</summary>
    private List<string> Texts(Reply reply)
    {
        var texts = new List<string>();
        if (reply.Title is { } title)
        {
            texts.Add($"### {ReplyMarkdown.Of(title)}");
        }

        var note = reply.Note is null ? "" : $"-# {ReplyMarkdown.Of(reply.Note)}";
        var left = PayloadBudget.MaxComponentText - PayloadBudget.TextOf([.. texts, note]) - RoomForNote;
        var shown = reply.Lines.Select(ReplyMarkdown.Of).TakeWhile(line => (left -= line.Length + 2) >= 0).ToList();
        if (shown.Count > 0)
        {
            texts.Add(string.Join('\n', shown));
        }

        var missing = reply.Lines.Count - shown.Count;
        texts.AddRange(new[] { missing == 0 ? "" : $"-# {DiscordMarkdown.Escape(words.Plain("reply.more", ("count", missing)))}", note }.Where(text => text.Length > 0));
        return texts.Count > 0 ? texts : ["-"];
    }

    private JsonNode Button(ReplyButton button)
    {
        var label = WordCut.To(button.Label, MaxLabel);
        if (button.Address is { } address)
        {
            return Components.Link(label, address);
        }

        var json = Components.Button(label, ids.Write(new ComponentId(button.Kind!, button.IsForAll ? null : userId, button.Payload)), button.IsDisabled);
        json["style"] = button.Look switch { ButtonLook.Main => 1, ButtonLook.Danger => 4, _ => 2 };
        return json;
    }

    private JsonNode Menu(ReplyMenu menu)
    {
        var json = new JsonObject
        {
            ["type"] = menu.ChannelTypes.Count > 0 ? 8 : 3,
            ["custom_id"] = ids.Write(new ComponentId(menu.Kind, menu.IsForAll ? null : userId, menu.Payload)),
            ["placeholder"] = WordCut.To(menu.Placeholder, MaxPlaceholder),
            ["min_values"] = 1,
            ["max_values"] = menu.Max,
        };
        if (menu.ChannelTypes.Count > 0)
        {
            json["channel_types"] = new JsonArray([.. menu.ChannelTypes.Select(type => JsonValue.Create((int)type))]);
        }
        else
        {
            json["options"] = new JsonArray([.. menu.Options.Select(option => (JsonNode)Option(option))]);
        }

        return Components.Row(json);
    }
}
