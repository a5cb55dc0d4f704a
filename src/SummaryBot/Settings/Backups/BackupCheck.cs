using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Language;
using SummaryBot.Retention;
using SummaryBot.Sources;

namespace SummaryBot.Settings.Backups;

/// <summary>Checks what a file holds by the rules of the commands that would set it. The file is anybody's.</summary>
internal static class BackupCheck
{
    private const int MostEntries = 500;
    private const int MaxAddress = 2048;

    /// <summary>31 December 9999, in milliseconds.</summary>
    private const long LastTime = 253_402_300_799_999;

    /// <summary>Null where all is well.</summary>
    public static BackupFault? Refuse(BackupContent content, GuildSetup now) =>
        content.Sources.Count > MostEntries || content.Digests.Count > MostEntries ? new BackupFault("many", ("most", MostEntries))
        : Refuse(content.Settings)
        ?? content.Sources.Select(Refuse).Concat(content.Digests.Select(Refuse)).FirstOrDefault(it => it is not null)
        ?? Twice(content.Sources.Select(it => it.Name)) ?? Twice(content.Sources.Select(it => Normal(it.Address))) ?? Twice(content.Digests.Select(it => it.Options.Name))
        ?? Taken(content.Sources.Select(it => it.Name), now.KeyedSources) ?? Taken(content.Digests.Select(it => it.Options.Name), now.KeyedDigests);

    /// <summary>As the database has it.</summary>
    public static string Normal(string url) => SubscriptionStore.Normal(new Uri(url)).AbsoluteUri;

    private static BackupFault? Refuse(BackupSettings settings)
    {
        var faults = new List<string>();
        BrandReader.Read(settings.Brand ?? new BrandOptions(), faults);
        return settings.Language is { } language && UiLanguage.Find(language) is null ? Entry("language", language)
            : settings.AdminChannel is { } channel && ChannelAddress.TryParse(channel) is null ? Entry("adminChannel", channel)
            : settings.RetentionDays is < 1 or > RetentionOptions.MaxDays ? Entry("retentionDays", $"{settings.RetentionDays}")
            : faults.Count > 0 ? Entry("brand", faults[0])
            : null;
    }

    private static BackupFault? Refuse(BackupSource source) =>
        !NewSubscription.IsName(source.Name) ? Entry(source.Name, "name")
        : source.Address.Length > MaxAddress || !Uri.TryCreate(source.Address, UriKind.Absolute, out var url) || url is not { Scheme: "http" or "https", UserInfo: "" } ? Entry(source.Name, "address")
        : !ChoiceText.TryParse<SourceKind>(source.Kind, out _) ? Entry(source.Name, $"kind {source.Kind}")
        : !ChoiceText.TryParse<Backfill>(source.Backfill, out _) ? Entry(source.Name, $"backfill {source.Backfill}")
        : source.Outlet is { } outlet && !NewSubscription.IsName(outlet) ? Entry(source.Name, "outlet")
        : source.Group is { } group && !NewSubscription.IsName(group) ? Entry(source.Name, "group")
        : source.QuoteShare is < 1 or > 100 ? Entry(source.Name, "quoteShare")
        : null;

    private static BackupFault? Refuse(BackupDigest digest) =>
        digest.PausedUntil is < 0 or (> LastTime and < long.MaxValue) ? Entry(digest.Options.Name, "pausedUntil")
        : digest.Options.Guild.Length > 0 ? Entry(digest.Options.Name, "guild")
        : DigestReader.Read(digest.Options) switch
        {
            DigestReadResult.Faulty faulty => Entry(digest.Options.Name, faulty.Faults[0]),
            DigestReadResult.Read { Digest: { Editing.Kind: DigestKind.Personal } or { Channel.Scheme: ChannelAddress.Webhook or ChannelAddress.Direct } } =>
                new BackupFault("channel", ("name", digest.Options.Name)),
            _ => null,
        };

    private static BackupFault Entry(string name, string fault) => new("entry", ("name", name), ("fault", fault.TrimEnd('.')));

    private static BackupFault? Twice(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(of => of.Count() > 1) is { } twice ? new BackupFault("twice", ("name", twice.Key)) : null;

    private static BackupFault? Taken(IEnumerable<string> names, IReadOnlyList<string> keyed) =>
        names.FirstOrDefault(name => keyed.Contains(name, StringComparer.Ordinal)) is { } taken ? new BackupFault("taken", ("name", taken)) : null;
}
