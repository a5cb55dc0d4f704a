using SummaryBot.Discord.Interactions;
using SummaryBot.Discord.Interactions.Http;
using SummaryBot.Host.Configuration;

namespace SummaryBot.Host;

/// <summary>The way in for Discord's interactions over HTTP, where one is configured: a port of its own, on which nothing else answers.</summary>
internal static class InteractionsHttp
{
    /// <summary>Where it listens, the path included; null where it is off.</summary>
    public static Uri? Address(BotConfiguration configuration) =>
        configuration.DiscordToken is not null && configuration["discord:interactionsEndpoint"] is { Length: > 0 } text ? new Uri(text) : null;

    public static IServiceCollection AddInteractionsHttp(this IServiceCollection services, BotConfiguration configuration) =>
        Address(configuration) is null ? services : services.AddInteractionEndpoint(configuration["discord:publicKey"]);

    /// <summary>Comes before everything else that answers.</summary>
    public static void UseInteractionsHttp(this WebApplication app, BotConfiguration configuration)
    {
        if (Address(configuration) is not { } address)
        {
            return;
        }

        var endpoint = app.Services.GetRequiredService<InteractionEndpoint>();
        app.Use((context, next) => context.Connection.LocalPort == address.Port ? AnswerAsync(context, address.AbsolutePath, endpoint) : next(context));
    }

    private static async Task AnswerAsync(HttpContext context, string path, InteractionEndpoint endpoint)
    {
        var (request, response) = (context.Request, context.Response);
        if (!string.Equals(request.Path, path, StringComparison.Ordinal) || !HttpMethods.IsPost(request.Method))
        {
            response.StatusCode = 404;
            return;
        }

        var answer = await endpoint.ReceiveAsync(
            request.Headers["X-Signature-Ed25519"], request.Headers["X-Signature-Timestamp"], request.ContentLength, request.Body, context.RequestAborted);
        response.StatusCode = answer.Status;
        if (answer.Json is not null)
        {
            response.ContentType = "application/json";
            await response.WriteAsync(answer.Json, context.RequestAborted);
        }
    }
}
