using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace SummaryBot.Discord.Rest;

/// <summary>A body as it goes over the wire: JSON, or parts where files go with it.</summary>
/// <remarks><see href="https://discord.com/developers/docs/reference#uploading-files"/></remarks>
internal static class RestContent
{
    public static HttpContent? Of(RestRequest request) =>
        request.Attachments.Count > 0 ? Parts(request) : request.Body is null ? null : JsonContent.Create(request.Body);

    private static MultipartFormDataContent Parts(RestRequest request)
    {
        var body = (request.Body as JsonObject ?? []).DeepClone().AsObject();
        body["attachments"] = new JsonArray(
            [.. request.Attachments.Select((file, i) => (JsonNode)new JsonObject { ["id"] = $"{i}", ["filename"] = file.Name })]);
        var parts = new MultipartFormDataContent { { JsonContent.Create(body), "payload_json" } };
        for (var i = 0; i < request.Attachments.Count; i++)
        {
            var file = new ReadOnlyMemoryContent(request.Attachments[i].Content);
            file.Headers.ContentType = MediaTypeHeaderValue.Parse(request.Attachments[i].MediaType);
            parts.Add(file, $"files[{i}]", request.Attachments[i].Name);
        }

        return parts;
    }
}
