using Microsoft.Extensions.DependencyInjection;
using SummaryBot.Commands.Filters;
using SummaryBot.Commands.Shape;

namespace SummaryBot.Commands.Digests;

public static class DigestCommandsSetup
{
    /// <summary><c>/digest</c> and <c>/filter</c>.</summary>
    public static IServiceCollection AddDigestCommands(this IServiceCollection services) => services
        .AddSingleton<DigestFinder>().AddSingleton<ChannelCheck>().AddSingleton<SendNowCheck>()
        .AddSingleton<DigestSetup>().AddSingleton<DigestLists>().AddSingleton<DigestPosts>().AddSingleton<DigestRests>().AddSingleton<DigestFeedback>()
        .AddSingleton<DigestSuggestions>().AddSingleton<ICommandModule, DigestCommands>()
        .AddSingleton<FilterTest>().AddSingleton<FilterSuggestions>()
        .AddSingleton<FilterCommands>().AddSingleton<ICommandModule>(provider => provider.GetRequiredService<FilterCommands>());
}
