using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;
using SummaryBot.Articles;
using SummaryBot.Articles.Extraction;
using SummaryBot.Articles.Inbox;
using SummaryBot.Articles.Search;
using SummaryBot.Chat;
using SummaryBot.Commands;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Digests.Archive;
using SummaryBot.Digests.Corrections;
using SummaryBot.Digests.Feedback;
using SummaryBot.Digests.Filters;
using SummaryBot.Digests.Kinds;
using SummaryBot.Digests.Reports;
using SummaryBot.Digests.Selection;
using SummaryBot.Digests.Why;
using SummaryBot.Health;
using SummaryBot.Operations;
using SummaryBot.Retention;
using SummaryBot.Settings;
using SummaryBot.Settings.Backups;
using SummaryBot.Sources;
using SummaryBot.Sources.Fetching;
using SummaryBot.Sources.Visits;
using SummaryBot.Storage;
using SummaryBot.Stories;
using SummaryBot.Undo;

namespace SummaryBot;

public static class SummaryBotSetup
{
    /// <summary>Everything but the chats and the database's dialect. Enough for a command that ends by itself.</summary>
    public static IServiceCollection AddSummaryBot(this IServiceCollection services)
    {
        services.AddSingleton<Database>().AddSingleton<BotStateStore>();
        services.AddSingleton<ArticleStore>().AddSingleton<ArticleImporter>().AddSingleton<ArticleIntake>().AddSingleton<ArticleSearch>();
        services.AddSingleton<ArticleSight>().AddSingleton<AskedArticles>();
        services.AddSingleton(new ExtractionOptions()).AddSingleton<PageExtractor>();
        services.AddOptions().TryAddSingleton(Wire.Real);
        services.TryAddSingleton(new Secrets([]));
        services.AddSingleton<Fetcher>();
        services.AddSingleton(provider => new InboxReader(provider.GetRequiredService<PageExtractor>().ExtractAsync)).AddSingleton<InboxFolder>();
        services.AddSingleton<StoryStore>().AddSingleton<StoryAssigner>();
        services.TryAddSingleton(Brands.None);
        services.TryAddSingleton(new Secrets([]));
        services.AddSingleton<ReaderFeedback>().AddSingleton<EditionReasons>();
        services.AddSingleton<FeedbackStore>().AddSingleton<SelectionStore>().AddSingleton<OutletWishStore>().AddSingleton<SentStore>();
        services.AddSingleton<RunReportStore>().AddSingleton<RunReports>();
        services.AddSingleton<EditionArchive>().AddSingleton<WhyStore>().AddSingleton<ArticleWhy>();
        services.AddSingleton<DigestStore>().AddSingleton<EditionStore>().AddSingleton<EditionLanguages>().AddSingleton<EditionDrafter>().AddSingleton<DigestDispatcher>();
        services.AddSingleton<DigestBreaks>().AddSingleton<DigestEditing>();
        services.AddSingleton<FilterEditor>();
        services.AddSingleton<ChannelLimits>().AddSingleton<UrgentStore>().AddSingleton<UrgentReader>().AddSingleton<UrgentWatch>().AddSingleton<UrgentDrafter>().AddSingleton<UrgentLane>();
        services.AddSingleton<RecapDrafter>().AddSingleton<KindDrafters>().AddSingleton<StoryHistory>().AddSingleton<Following>().AddSingleton<StopButton>();
        services.AddMetrics().AddSingleton<FaithfulnessGate>().AddSingleton<OutboxStore>().AddSingleton<Outbox>();
        services.AddSingleton<ChangeStore>().AddSingleton<ChangeOutbox>().AddSingleton<CorrectionStore>().AddSingleton<Corrector>();
        services.AddSingleton<PageCheckStore>().AddSingleton<PageChecker>();
        services.AddSingleton<RenewMessage>(provider => provider.GetRequiredService<Corrector>().RenewAsync);
        services.AddSingleton<AdminChannels>().AddSingleton<NoteOutbox>().AddSingleton<BlockedChannelStore>().AddSingleton<AdminNotes>();
        services.AddSingleton<LeftGuildStore>().AddSingleton<RetentionStore>().AddSingleton<PersonalData>().AddSingleton<DrainSwitch>();
        services.AddSingleton<GuildBackup>().AddSingleton<GuildRestore>().AddSingleton<RestoreDrafts>();
        services.AddSingleton<DeliveryLog>().AddSingleton<BotStats>();
        services.AddSingleton<GuildSettingsStore>().AddSingleton<UndoLog>().AddSingleton<BotIdentity>();
        services.AddHealth();
        services.AddSingleton<CommandRunner>().AddSingleton<CommandCatalog>().AddCommands();
        services.AddSingleton<Heartbeat>();
        services.AddSources();
        return services;
    }

    /// <summary>The duties of a bot that stays: the triggers of digests and visits, the outbox and the inbox.</summary>
    public static IServiceCollection AddDuties(this IServiceCollection services)
    {
        services.AddQuartz(quartz => quartz.ScheduleJob<DispatchJob>(trigger => trigger
            .WithIdentity("dispatch")
            .WithSimpleSchedule(DispatchJob.Interval)));
        services.AddQuartz(quartz => quartz
            .ScheduleJob<VisitJob>(trigger => trigger.WithIdentity("visits").WithSimpleSchedule(VisitJob.Interval))
            .ScheduleJob<NoticeJob>(trigger => trigger.WithIdentity("notices").WithSimpleSchedule(NoticeJob.Interval))
            .ScheduleJob<RunReportJob>(trigger => trigger.WithIdentity("reports").WithSimpleSchedule(RunReportJob.Interval)));
        services.AddQuartz(quartz => quartz.ScheduleJob<CorrectionJob>(trigger => trigger
            .WithIdentity("corrections")
            .WithSimpleSchedule(CorrectionJob.Interval)));
        services.AddQuartz(quartz => quartz.ScheduleJob<PageCheckJob>(trigger => trigger
            .WithIdentity("pages")
            .WithSimpleSchedule(PageCheckJob.Interval)));
        services.AddQuartz(quartz => quartz.ScheduleJob<RetentionJob>(trigger => trigger
            .WithIdentity("retention")
            .WithSimpleSchedule(RetentionJob.Interval)));
        services.AddQuartz(quartz => quartz.ScheduleJob<HealthJob>(trigger => trigger
            .WithIdentity("health")
            .WithSimpleSchedule(HealthJob.Interval)));
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddHostedService<OutboxWorker>().AddHostedService<InboxWorker>();
        return services;
    }
}
