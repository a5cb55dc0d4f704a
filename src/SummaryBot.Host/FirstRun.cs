using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Host.Configuration;
using SummaryBot.Host.Verbs;
using SummaryBot.Sources;
using SummaryBot.Storage;

namespace SummaryBot.Host;

/// <summary>What each start does before the duties begin: the schema, the seeds, the configured digests.</summary>
internal sealed class FirstRun(
    BotConfiguration configuration, Database database, ArticleImporter importer, DigestStore digests, BotStateStore state, OutboxStore outbox, SourceStore sources)
{
    private const string SeenDigests = "configured-digests";

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await database.MigrateAsync(cancellationToken);
        if (!configuration.UsesPostgreSql)
        {
            await outbox.ReleaseLeasesAsync(cancellationToken);
            await sources.ReleaseLeasesAsync(cancellationToken);
        }

        await ImportSeedsAsync(cancellationToken);
        await AddDigestsAsync(cancellationToken);
    }

    private async Task ImportSeedsAsync(CancellationToken cancellationToken)
    {
        if (SeedFolder.Find(configuration["articles:seeds"]) is not { } folder)
        {
            return;
        }

        await foreach (var result in importer.ImportAsync([folder], cancellationToken))
        {
            if (result is not ImportResult.Known)
            {
                Notes.Write(ImportText.Of(result));
            }
        }
    }

    /// <summary>A digest is set up when its name is seen for the first time; later it is changed, or removed for good, by command.</summary>
    private async Task AddDigestsAsync(CancellationToken cancellationToken)
    {
        var seen = (await state.ReadAsync(SeenDigests, cancellationToken))?.Split('\n') ?? [];
        var configured = ConfiguredDigests.In(configuration.Values).OfType<DigestReadResult.Read>().Select(read => read.Digest).ToList();
        foreach (var digest in configured.Where(digest => !seen.Contains(digest.Name, StringComparer.Ordinal)))
        {
            await digests.AddAsync(digest, cancellationToken);
        }

        var names = seen.Union(configured.Select(digest => digest.Name), StringComparer.Ordinal);
        await state.WriteAsync(SeenDigests, string.Join('\n', names), cancellationToken);
    }
}
