using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SummaryBot.Discord.Interactions.Commands;
using SummaryBot.Discord.Interactions.Http;

namespace SummaryBot.Discord.Interactions;

public static class InteractionSetup
{
    /// <summary>The commands and buttons, and what answers them, after AddDiscord. Further modules may be added beside these.</summary>
    internal static IServiceCollection AddInteractions(this IServiceCollection services)
    {
        services.AddSingleton<InteractionReplies>().AddSingleton<InteractionErrors>().AddSingleton<InteractionRouter>();
        services.AddSingleton<IInteractionModule, CommandInteractions>().AddSingleton<CallReader>().AddSingleton<FileReader>();
        services.AddHttpClient(FileReader.ClientName).RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddSingleton<CommandRegistration>().AddSingleton<InteractionDesk>().AddSingleton<EventResponder>();
        return services;
    }

    /// <summary>The way in over HTTP, beside the gateway's. Whoever serves HTTP hands requests to <see cref="InteractionEndpoint"/>.</summary>
    /// <param name="publicKey">The application's, as the developer portal shows it.</param>
    /// <exception cref="ArgumentException">It is no key.</exception>
    public static IServiceCollection AddInteractionEndpoint(this IServiceCollection services, string publicKey)
    {
        var signature = InteractionSignature.TryCreate(publicKey) ?? throw new ArgumentException("A public key has 64 hexadecimal digits.", nameof(publicKey));
        return services.AddSingleton(provider => new InteractionEndpoint(
            signature,
            provider.GetRequiredService<InteractionDesk>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<InteractionEndpoint>>()));
    }
}
