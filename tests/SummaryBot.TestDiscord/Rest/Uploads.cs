using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Rest;

/// <summary>Bodies in parts: payload_json, and files[n] for each of its attachments.</summary>
/// <remarks><see href="https://discord.com/developers/docs/reference#uploading-files"/></remarks>
internal static class Uploads
{
    private const int MostFiles = 10;

    /// <returns>The body. Its attachments are those of the files, with their sizes.</returns>
    /// <exception cref="InvalidDataException">The parts do not fit together.</exception>
    public static async Task<JsonNode> ReadAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (JsonNode.Parse(form["payload_json"].ToString()) is not JsonObject body || form.Files.Count > MostFiles)
        {
            throw new InvalidDataException("A body in parts has a payload_json and 10 files at most.");
        }

        var told = (body["attachments"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        foreach (var file in form.Files)
        {
            var attachment = told.Find(it => $"files[{it["id"]}]" == file.Name)
                ?? throw new InvalidDataException($"{file.Name} is no attachment of the body.");
            attachment["filename"] = file.FileName;
            attachment["size"] = file.Length;
            attachment["content_type"] = file.ContentType;
        }

        return told.Count == form.Files.Count ? body : throw new InvalidDataException("An attachment has no file.");
    }
}
