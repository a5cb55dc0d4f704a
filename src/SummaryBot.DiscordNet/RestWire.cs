using System.Globalization;
using Discord.Net.Rest;
using SummaryBot.Discord;

namespace SummaryBot.DiscordNet;

/// <summary>
/// Sends requests with Discord.Net's REST client. It is the layer that takes JSON as it is: the one above it knows neither Components V2 nor
/// <c>enforce_nonce</c>, and repeats what fails.
/// </summary>
internal sealed class RestWire(DiscordOptions options, RestClientProvider provider) : HttpMessageHandler
{
    private readonly IRestClient _client = provider(options.ApiBaseAddress.AbsoluteUri);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(request, cancellationToken);
        var response = new HttpResponseMessage(answer.StatusCode)
        {
            RequestMessage = request,
            Content = new StreamContent(answer.Stream ?? Stream.Null),
        };
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _client.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task<RestResponse> AskAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (method, path) = (request.Method.Method, options.ApiBaseAddress.MakeRelativeUri(request.RequestUri!).OriginalString);
        var headers = request.Headers.NonValidated.Select(header => KeyValuePair.Create(header.Key, header.Value.AsEnumerable())).ToList();
        if (request.Content is null)
        {
            return await _client.SendAsync(method, path, cancellationToken, requestHeaders: headers);
        }

        if (request.Content is MultipartContent)
        {
            throw new NotSupportedException(string.Format(CultureInfo.InvariantCulture, "{0} {1} carries files, which Discord.Net's REST client takes no names for.", method, path.Split('/')[0]));
        }

        return await _client.SendAsync(method, path, await request.Content.ReadAsStringAsync(cancellationToken), cancellationToken, requestHeaders: headers);
    }
}
