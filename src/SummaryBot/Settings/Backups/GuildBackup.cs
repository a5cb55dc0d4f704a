using NodaTime;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Sources;

namespace SummaryBot.Settings.Backups;

/// <summary>Reads what a server has set up.</summary>
public sealed class GuildBackup(GuildSettingsStore settings, SubscriptionStore subscriptions, DeliveryLog log, DigestStore digests, TimeProvider time)
{
    public async Task<GuildSetup> ReadAsync(string guild, CancellationToken cancellationToken)
    {
        var sources = await subscriptions.ListAsync(guild, cancellationToken);
        var (open, keyed) = (sources.Where(it => !HasKey(it)).ToList(), sources.Where(HasKey));
        var all = new List<StoredDigest>();
        foreach (var (id, _) in await log.DigestsAsync(guild, cancellationToken))
        {
            if (await digests.FindAsync(id, cancellationToken) is { } digest)
            {
                all.Add(digest);
            }
        }

        var kept = all.Where(it => !HasKey(it)).ToList();
        var content = new BackupContent
        {
            Settings = Of(await settings.ReadAsync(guild, cancellationToken)),
            Sources = [.. open.Select(Of)],
            Digests = [.. kept.Select(Of)],
        };
        return new GuildSetup(
            content,
            open.Zip(content.Sources).ToDictionary(it => it.Second.Address, it => it.First.Id, StringComparer.Ordinal),
            kept.ToDictionary(it => it.Digest.Name, it => it.Id, StringComparer.Ordinal),
            [.. keyed.Select(it => it.Name)],
            [.. all.Where(HasKey).Select(it => it.Digest.Name)]);
    }

    /// <summary>As a file has it, a pause that is over left out.</summary>
    public long? PauseOf(long? until) => until > time.GetUtcNow().ToUnixTimeMilliseconds() ? until : null;

    private static BackupSettings Of(GuildSettings set) => new()
    {
        Language = set.Language?.Code,
        AdminChannel = set.AdminChannel,
        Brand = set.Brand is null ? null : BrandText.Read(set.Brand),
        RetentionDays = set.RetentionDays,
    };

    private static BackupSource Of(SubscriptionRecord it) => new()
    {
        Name = it.Name,
        Address = it.Address,
        Kind = it.Kind,
        Backfill = it.Backfill,
        Outlet = it.Outlet,
        Group = it.GroupName,
        QuoteShare = it.QuoteShare,
        Paused = it.Paused != 0,
    };

    private BackupDigest Of(StoredDigest stored)
    {
        var options = DigestText.Of(stored.Digest);
        options.Guild = "";
        return new BackupDigest { Options = options, PausedUntil = PauseOf(stored.PausedUntil is { } until ? Milliseconds(until) : null) };
    }

    private static long Milliseconds(Instant until) => until == Instant.MaxValue ? long.MaxValue : until.ToUnixTimeMilliseconds();

    /// <summary>A webhook's address is its key.</summary>
    private static bool HasKey(StoredDigest stored) => stored.Digest.Channel.Scheme is ChannelAddress.Webhook;

    private static bool HasKey(SubscriptionRecord source) => Uri.TryCreate(source.Address, UriKind.Absolute, out var address) && address.UserInfo.Length > 0;
}

/// <summary>What a server has set up now.</summary>
/// <param name="SourceIds">Of subscriptions, by their addresses.</param>
/// <param name="DigestIds">By their names.</param>
/// <param name="KeyedSources">Names of those that no backup has, because their addresses are keys. They are left as they are.</param>
/// <param name="KeyedDigests">Names, as above.</param>
public sealed record GuildSetup(
    BackupContent Content,
    IReadOnlyDictionary<string, long> SourceIds,
    IReadOnlyDictionary<string, long> DigestIds,
    IReadOnlyList<string> KeyedSources,
    IReadOnlyList<string> KeyedDigests);
