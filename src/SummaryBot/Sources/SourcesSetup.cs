using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SummaryBot.Articles;
using SummaryBot.Articles.Extraction;
using SummaryBot.Sources.Fetching;
using SummaryBot.Sources.Pages;
using SummaryBot.Sources.Visits;
using SummaryBot.Storage;

namespace SummaryBot.Sources;

public static class SourcesSetup
{
    /// <summary>Sources, subscriptions and visits; <see cref="Fetcher"/>, <see cref="PageExtractor"/> and <see cref="ArticleIntake"/> are added by their own parts.</summary>
    public static IServiceCollection AddSources(this IServiceCollection services)
    {
        services.AddSingleton<Fetch>(provider => provider.GetRequiredService<Fetcher>().FetchAsync);
        services.AddSingleton<ExtractPage>(provider => (body, charset, address, cancellationToken) =>
            provider.GetRequiredService<PageExtractor>().ExtractAsync(body, charset, address, cancellationToken)); // it keeps processes, and is made only where it is used
        services.AddSingleton<SourceStore>().AddSingleton<SubscriptionStore>().AddSingleton<HostStore>().AddSingleton<SourceNotices>();
        services.AddSingleton<AskedPages>();
        services.AddSingleton<SourceFinder>().AddSingleton<SourceSampler>();
        services.AddSingleton<HostGate>().AddSingleton<FullText>().AddSingleton<KnownItems>().AddSingleton<Visitor>();
        services.AddSingleton(provider => new VisitRecorder(
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<ArticleIntake>(),
            provider.GetRequiredService<IOptions<SourceOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            new Random()));
        services.AddSingleton(provider => new VisitPool(
            provider.GetRequiredService<SourceStore>(),
            provider.GetRequiredService<HostStore>(),
            provider.GetRequiredService<Visitor>(),
            provider.GetRequiredService<VisitRecorder>(),
            provider.GetRequiredService<IOptions<SourceOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<VisitPool>>()));
        return services;
    }
}
