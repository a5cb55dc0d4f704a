using System.Text.Json.Nodes;

namespace SummaryBot.Discord.Interactions;

/// <summary>Gathers the texts and addresses of a message: content, embeds, components, and the message that it forwards.</summary>
internal static class TargetMessageReader
{
    private const int MostTexts = 400;
    private const int Deepest = 6;
    private static readonly string[] InEmbeds = ["title", "description"];

    public static TargetMessage Read(string id, JsonObject message)
    {
        var (texts, addresses) = (new List<string?>(), new List<string?>());
        foreach (var part in message.At("message_snapshots").Objects(10).Select(snapshot => snapshot.At("message")).Prepend(message))
        {
            texts.Add(part.At("content").Text());
            foreach (var embed in part.At("embeds").Objects(25))
            {
                addresses.Add(embed.At("url").Text(2048));
                texts.AddRange(InEmbeds.Select(name => embed.At(name).Text()));
                texts.AddRange(embed.At("fields").Objects(25).Select(field => field.At("value").Text()));
            }

            Components(part.At("components"), texts, addresses, depth: 0);
        }

        return new TargetMessage(
            id, [.. texts.OfType<string>().Take(MostTexts)], [.. addresses.OfType<string>().Take(MostTexts)], message.At("application_id").Id());
    }

    private static void Components(JsonNode? list, List<string?> texts, List<string?> addresses, int depth)
    {
        foreach (var component in depth < Deepest ? list.Objects() : [])
        {
            texts.Add(component.At("content").Text());
            addresses.Add(component.At("url").Text(2048));
            addresses.Add(component.At("accessory").At("url").Text(2048));
            Components(component.At("components"), texts, addresses, depth + 1);
        }
    }
}
