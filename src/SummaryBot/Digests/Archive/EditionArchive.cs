using System.Security.Cryptography;
using System.Text;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Operations;
using SummaryBot.Storage;

namespace SummaryBot.Digests.Archive;

/// <summary>The editions that were sent, as they stand in their channels now, and feeds of them. What is a secret is masked.</summary>
public sealed class EditionArchive(DigestStore digests, SentStore sent, ArticleStore articles, BotStateStore state, Secrets secrets)
{
    private const string Instance = "archive.instance";

    /// <summary>The newest first.</summary>
    /// <param name="digest">Null for all but personal ones, which are listed only by name.</param>
    public async Task<IReadOnlyList<SentEdition>> ListAsync(StoredDigest? digest, ArchiveDays days, int limit, CancellationToken cancellationToken)
    {
        IEnumerable<StoredDigest> asked = digest is null ? (await digests.ListAsync(cancellationToken)).Where(IsPublic) : [digest];
        return await ListAsync(asked, days, limit, cancellationToken);
    }

    /// <summary>Editions of some digests, the newest first.</summary>
    public async Task<IReadOnlyList<SentEdition>> ListAsync(IEnumerable<StoredDigest> asked, ArchiveDays days, int limit, CancellationToken cancellationToken)
    {
        var editions = await sent.NewestAsync(asked.Select(it => it.Id), days.Texts, limit, cancellationToken);
        return [.. editions.Select(edition => edition with { Message = WithoutSecrets(edition.Message) })];
    }

    /// <summary>Whether anybody may see it: a personal digest is for one person alone.</summary>
    public static bool IsPublic(StoredDigest digest) => digest.Digest.Editing.Kind != DigestKind.Personal;

    /// <summary>A feed of editions of one digest.</summary>
    /// <param name="editions">Newest first.</param>
    /// <param name="self">Where the feed is read; null where nobody knows.</param>
    /// <param name="page">Where an edition is read; null where there are no pages.</param>
    public async Task<OutFeed> FeedAsync(
        StoredDigest digest, IReadOnlyList<SentEdition> editions, Uri? self, Func<SentEdition, Uri?>? page, CancellationToken cancellationToken)
    {
        var instance = await state.AddOrReadAsync(Instance, RandomNumberGenerator.GetHexString(32), cancellationToken);
        var entries = editions.Select(edition => new OutEntry(
            Id(edition.Nonce), Title(edition.Message.Title), At(edition.SentAt!.Value), page?.Invoke(edition), EditionHtml.Write(edition.Message)));
        return new OutFeed(
            Id($"{instance} {digest.Id}"),
            Title(secrets.Redact(digest.Digest.Name)),
            editions.Count > 0 ? At(editions.Max(it => it.SentAt!.Value)) : await digests.CreatedAtAsync(digest.Id, cancellationToken),
            [.. entries])
        {
            Self = self,
            Language = await LanguageAsync(editions, cancellationToken),
        };
    }

    private async Task<string?> LanguageAsync(IReadOnlyList<SentEdition> editions, CancellationToken cancellationToken)
    {
        var ids = editions.SelectMany(it => it.Message.Stories).Select(story => story.ArticleId).OfType<string>().Distinct(StringComparer.Ordinal);
        return await articles.LanguagesAsync([.. ids], cancellationToken) is [{ Length: 2 } only] ? only : null;
    }

    private ChatMessage WithoutSecrets(ChatMessage message)
    {
        var json = MessageJson.Write(message);
        return secrets.AreIn(json) ? MessageJson.Read(secrets.Redact(json)) : message;
    }

    private static string Title(string text) => PlainLine.Of(text) is { Length: > 0 } line ? line : "Digest";

    /// <summary>The same for the same words always: a UUID of version 8, <see href="https://www.rfc-editor.org/rfc/rfc9562#section-5.8">RFC 9562</see>.</summary>
    private static Guid Id(string words)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(words))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
