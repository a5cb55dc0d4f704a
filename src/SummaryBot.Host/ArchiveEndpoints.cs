using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using SummaryBot.Digests;
using SummaryBot.Digests.Archive;
using SummaryBot.Host.Configuration;

namespace SummaryBot.Host;

/// <summary>
/// What digests have sent, for everybody, where the operator wants that: <c>/digests/NAME.atom</c> and <c>.rss</c> (feeds), <c>.md</c> and <c>.html</c> (the last edition), and
/// <c>/digests/NAME/2026-03-29T08:00.html</c> (one edition).
/// </summary>
internal static class ArchiveEndpoints
{
    private const string Root = "/digests/";

    /// <summary>Editions in a feed, the newest.</summary>
    private const int MaxEntries = 50;

    public static void MapArchive(this WebApplication app, BotConfiguration configuration)
    {
        if (bool.Parse(configuration["archive:publish"]))
        {
            var address = configuration["archive:address"] is { Length: > 0 } text ? new Uri(text.TrimEnd('/') + Root) : null;
            app.MapMethods($"{Root}{{**path}}", [HttpMethods.Get, HttpMethods.Head], context => AnswerAsync(context, address));
        }
    }

    private static async Task AnswerAsync(HttpContext context, Uri? address)
    {
        var answer = ArchivePath.TryParse(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, Root) is { } path
            ? await FindAsync(context.RequestServices, path, address, context.RequestAborted)
            : null;
        if (answer is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=60";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'"; // nothing of an article is run or loaded
        var tag = new EntityTagHeaderValue($"\"{answer.Tag}\"");
        await TypedResults.Bytes(answer.Body, answer.MediaType, lastModified: answer.SentAt, entityTag: tag).ExecuteAsync(context);
    }

    private static async Task<PublishedFile?> FindAsync(IServiceProvider services, ArchivePath path, Uri? address, CancellationToken cancellationToken)
    {
        var named = await services.GetRequiredService<DigestStore>().NamedAsync(path.Digest, cancellationToken);
        if (named.Where(EditionArchive.IsPublic).MinBy(it => it.Id) is not { } digest) // the first of a name keeps its address
        {
            return null;
        }

        var archive = services.GetRequiredService<EditionArchive>();
        var days = path.Edition is { } due && ArchiveDays.TryParse(due[..Math.Min(due.Length, 10)]) is { } day ? new ArchiveDays(day, day) : ArchiveDays.All;
        var editions = await archive.ListAsync(digest, days, MaxEntries, cancellationToken);
        var edition = editions.FirstOrDefault(it => path.Edition is null || string.Equals(it.DueLocal, path.Edition, StringComparison.Ordinal));
        if (path.Format is ArchiveFormat.Markdown or ArchiveFormat.Html)
        {
            return edition is null ? null : PublishedFile.Of(edition, path.Format);
        }

        var feed = PublishedFile.Of(await archive.FeedAsync(digest, editions, path.In(address), it => path.PageOf(it, address), cancellationToken), path.Format);
        return editions.Any(it => it.Message.Corrections is not null) ? feed with { SentAt = null } : feed;
    }
}
