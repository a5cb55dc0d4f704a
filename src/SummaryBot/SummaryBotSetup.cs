using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Commands;
using SummaryBot.Digests;
using SummaryBot.Operations;
using SummaryBot.Storage;
using SummaryBot.Stories;

namespace SummaryBot;

public static class SummaryBotSetup
{
    /// <summary>Everything but the chats and the database's dialect. Enough for a command that ends by itself.</summary>
    public static IServiceCollection AddSummaryBot(this IServiceCollection services)
    {
        services.AddSingleton<Database>().AddSingleton<BotStateStore>();
        services.AddSingleton<ArticleStore>().AddSingleton<ArticleImporter>();
        services.AddSingleton<StoryStore>().AddSingleton<StoryAssigner>();
        services.TryAddSingleton(Brands.None);
        services.AddSingleton<DigestStore>().AddSingleton<EditionStore>().AddSingleton<EditionDrafter>().AddSingleton<DigestDispatcher>();
        services.AddMetrics().AddSingleton<FaithfulnessGate>().AddSingleton<OutboxStore>().AddSingleton<Outbox>();
        services.AddSingleton<BlockedChannelStore>().AddSingleton<AdminNotes>();
        services.AddSingleton<SummaryCommand>().AddSingleton<Heartbeat>();
        return services;
    }

    /// <summary>The duties of a bot that stays: the dispatch trigger and the outbox.</summary>
    public static IServiceCollection AddDuties(this IServiceCollection services)
    {
        services.AddQuartz(quartz => quartz.ScheduleJob<DispatchJob>(trigger => trigger
            .WithIdentity("dispatch")
            .WithSimpleSchedule(DispatchJob.Interval)));
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddHostedService<OutboxWorker>();
        return services;
    }
}
