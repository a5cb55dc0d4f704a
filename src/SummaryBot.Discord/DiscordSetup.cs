using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using SummaryBot.Discord.Posting;
using SummaryBot.Discord.Rest;
using SummaryBot.Discord.Rest.RateLimits;

namespace SummaryBot.Discord;

public static class DiscordSetup
{
    internal const string ClientName = "discord";

    private const string UserAgent = "DiscordBot (https://github.com/summarybot/summarybot, 1.0)";

    /// <summary>Posting to Discord; without a token to webhooks alone. The gateway comes with AddDiscordGateway.</summary>
    public static IServiceCollection AddDiscord(this IServiceCollection services, DiscordOptions options)
    {
        services.AddSingleton(options).AddSingleton<GlobalGate>().AddSingleton<Buckets>().AddSingleton<InvalidRequests>().AddTransient<LimitHandler>();
        services.AddSingleton(provider => new DiscordRest(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName),
            provider.GetRequiredService<GlobalGate>(),
            provider.GetRequiredService<Buckets>(),
            provider.GetRequiredService<InvalidRequests>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddPosting(options);
        var client = services.AddHttpClient(ClientName, http => Configure(http, options))
            .RemoveAllLoggers() // addresses of interactions hold their token
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.All,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5), // Discord's addresses change
            });
        client.AddResilienceHandler("repeat", (pipeline, context) =>
        {
            pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
            pipeline.AddRetry(Repeat()).AddCircuitBreaker(Breaker());
        });
        client.AddHttpMessageHandler<LimitHandler>();
        client.AddResilienceHandler("time", (pipeline, context) =>
        {
            pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
            pipeline.AddTimeout(DiscordRest.AttemptTimeout);
        });
        return services;
    }

    private static void Configure(HttpClient http, DiscordOptions options)
    {
        http.BaseAddress = options.ApiBaseAddress;
        http.Timeout = Timeout.InfiniteTimeSpan; // the pipeline keeps the time
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent);
        if (options.Token.Length > 0)
        {
            http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bot {options.Token}");
        }
    }

    /// <summary>Half a second, one, two, each with jitter; then it is the outbox's turn.</summary>
    private static HttpRetryStrategyOptions Repeat() => new()
    {
        MaxRetryAttempts = 3,
        Delay = TimeSpan.FromSeconds(0.5),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldRetryAfterHeader = false,
        ShouldHandle = arguments => ValueTask.FromResult(
            IsFailure(arguments.Outcome) && arguments.Context.GetRequestMessage() is { } request
            && request.Options.TryGetValue(DiscordRest.IsRepeatable, out var repeatable) && repeatable
            && request.Options.TryGetValue(LimitHandler.Hold, out var hold) && hold.Wait <= DiscordRest.LongestSleep),
    };

    /// <summary>In an outage one request in 30 seconds goes out as a probe.</summary>
    private static HttpCircuitBreakerStrategyOptions Breaker() => new()
    {
        FailureRatio = 0.9,
        MinimumThroughput = 8,
        SamplingDuration = TimeSpan.FromSeconds(30),
        BreakDuration = DiscordRest.BreakDuration,
        ShouldHandle = arguments => ValueTask.FromResult(IsFailure(arguments.Outcome)),
    };

    private static bool IsFailure(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException or Polly.Timeout.TimeoutRejectedException || (int?)outcome.Result?.StatusCode >= 500;
}
