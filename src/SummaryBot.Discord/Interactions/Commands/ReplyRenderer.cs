using System.Text.Json.Nodes;
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
    private const int MostOptions = 25;
    private const int MaxAddress = 512;
    private const int MaxTitle = 256;
    private const int MaxNote = 600;

    /// <summary>Of a line that is longer than a message; with title and note it still fits.</summary>
    private const int MaxLine = 3000;
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

    /// <summary>The menus, then the buttons; what Discord would not take is left out.</summary>
    public IEnumerable<JsonNode> Rows(IEnumerable<ReplyMenu> menus, IEnumerable<ReplyButton> buttons)
    {
        var taken = buttons.Where(button => button.Address is null || IsAddress(button.Address));
        return menus.Where(menu => menu.ChannelTypes.Count > 0 || Options(menu.Options, MostOptions).Count > 0).Select(Menu)
            .Concat(taken.Chunk(PerRow).Select(row => Components.Row([.. row.Select(Button)]))).Take(MostRows);
    }

    /// <summary>What Discord takes of the options: each value once.</summary>
    public static IReadOnlyList<MenuOption> Options(IEnumerable<MenuOption> options, int most) =>
        [.. options.Where(option => option.Value.Trim().Length > 0 && option.Value.Length <= MaxOption).DistinctBy(option => option.Value, StringComparer.Ordinal).Take(most)];

    /// <param name="mostChosen">How many of them may be chosen.</param>
    public static JsonArray Json(IReadOnlyList<MenuOption> options, int mostChosen)
    {
        var chosen = options.Where(option => option.IsChosen).Take(mostChosen).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. options.Select(JsonNode (option) =>
        {
            var json = new JsonObject { ["label"] = Label.Of(option.Label, MaxOption), ["value"] = option.Value, ["default"] = chosen.Contains(option) };
            if (Label.OrNull(option.Description, MaxOption) is { } description)
            {
                json["description"] = description;
            }

            return json;
        })];
    }

    private static bool IsAddress(Uri address) => address is { IsAbsoluteUri: true, Scheme: "http" or "https" } && address.AbsoluteUri.Length <= MaxAddress;

    /// <summary>As many lines as fit, and how many do not.</summary>
    private List<string> Texts(Reply reply)
    {
        var texts = new List<string>();
        if (reply.Title is { } title && ReplyMarkdown.Cut(title, MaxTitle) is { } heading && !string.IsNullOrWhiteSpace(heading))
        {
            texts.Add($"### {heading}");
        }

        var note = reply.Note is null || ReplyMarkdown.Cut(reply.Note, MaxNote) is not { } small || string.IsNullOrWhiteSpace(small) ? "" : $"-# {small}";
        var left = PayloadBudget.MaxComponentText - PayloadBudget.TextOf([.. texts, note]) - RoomForNote;
        var shown = reply.Lines.Select(ReplyMarkdown.Of).TakeWhile(line => (left -= line.Length + 2) >= 0).ToList();
        if (shown.Count == 0 && reply.Lines.Count > 0)
        {
            shown.Add(ReplyMarkdown.Cut(reply.Lines[0], MaxLine));
        }

        if (shown.Exists(line => !string.IsNullOrWhiteSpace(line)))
        {
            texts.Add(string.Join('\n', shown));
        }

        var missing = reply.Lines.Count - shown.Count;
        texts.AddRange(new[] { missing == 0 ? "" : $"-# {DiscordMarkdown.Escape(words.Plain("reply.more", ("count", missing)))}", note }.Where(text => text.Length > 0));
        return texts.Count > 0 ? texts : ["-"];
    }

    private JsonNode Button(ReplyButton button)
    {
        var label = Label.Of(button.Label, MaxLabel);
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
            ["placeholder"] = Label.Of(menu.Placeholder, MaxPlaceholder),
            ["min_values"] = 1,
        };
        var options = Options(menu.Options, MostOptions);
        var most = Math.Clamp(menu.Max, 1, menu.ChannelTypes.Count > 0 ? MostOptions : options.Count);
        json["max_values"] = most;
        if (menu.ChannelTypes.Count > 0)
        {
            json["channel_types"] = new JsonArray([.. menu.ChannelTypes.Distinct().Select(type => JsonValue.Create((int)type))]);
        }
        else
        {
            json["options"] = Json(options, most);
        }

        return Components.Row(json);
    }
}
