using Microsoft.Extensions.DependencyInjection;
using SummaryBot.Chat;
using SummaryBot.Discord.Interactions;

namespace SummaryBot.Discord.Posting;

internal static class PostingSetup
{
    /// <summary>The chats: channels, for whoever has a bot, and webhooks.</summary>
    public static IServiceCollection AddPosting(this IServiceCollection services, DiscordOptions options)
    {
        services.AddSingleton<ComponentKey>().AddSingleton<Posts>();
        services.AddSingleton<ChannelBook>().AddSingleton<ChannelSearch>().AddSingleton<Refusals>().AddSingleton<MessageChanges>().AddSingleton<ForumThreads>().AddSingleton<MessageThreads>().AddSingleton<Crossposting>();
        services.AddSingleton<Poster>().AddSingleton<WebhookChat>().AddSingleton<IChat>(provider => provider.GetRequiredService<WebhookChat>());
        if (options.Token.Length > 0)
        {
            services.AddSingleton(provider => new DiscordChat(provider.GetRequiredService<Poster>(), provider.GetRequiredService<MessageChanges>()));
            services.AddSingleton<IChat>(provider => provider.GetRequiredService<DiscordChat>()).AddSingleton<IChat, DirectChat>().AddSingleton<IChannelInspector, ChannelInspector>().AddSingleton<IChannelReaders, ChannelReaders>();
        }

        return services;
    }
}
