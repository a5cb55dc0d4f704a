using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SummaryBot.Discord.Rest;

/// <summary>Discord's REST API: a JSON body in, a result out. The client it is given carries the address and the token.</summary>
public sealed class DiscordRest(HttpClient http)
{
    /// <param name="path">Relative to the API's address, without a slash in front: <c>channels/1/messages</c>.</param>
    public async Task<RestResult> SendAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(method, path);
            request.Content = body is null ? null : JsonContent.Create(body);
            using var response = await http.SendAsync(request, cancellationToken);
            var answer = await ReadAsync(response, cancellationToken);
            return response.IsSuccessStatusCode
                ? new RestResult.Done(answer)
                : new RestResult.Refused((int)response.StatusCode, 0, $"Discord answered {(int)response.StatusCode}.");
        }
        catch (HttpRequestException e)
        {
            return new RestResult.Unknown($"Discord could not be reached: {e.Message}");
        }
    }

    private static async Task<JsonNode?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<JsonNode>(cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
