using System.Globalization;
using SummaryBot.Articles.Inbox;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Discord;
using SummaryBot.Discord.Interactions.Http;
using SummaryBot.Language;
using SummaryBot.Retention;
using SummaryBot.Sources;
using SummaryBot.Sources.Fetching;
using SummaryBot.Storage;

namespace SummaryBot.Host.Configuration;

/// <summary>One option: its key, its default, what it may hold.</summary>
/// <param name="Remedy">Completes "write …".</param>
internal sealed record SettingRule(string Key, string Default, string Remedy, Func<string, bool> IsValid)
{
    /// <summary>Every option but the digests, which have a reader of their own.</summary>
    public static IReadOnlyList<SettingRule> All { get; } =
    [
        new("storage:sqlitePath", new StorageOptions().SqlitePath, "the path of a file", text => !string.IsNullOrWhiteSpace(text)),
        new(
            "storage:postgreSql",
            "",
            "an Npgsql connection string, such as Host=localhost;Database=summarybot;Username=summarybot",
            IsConnectionString),
        Number("storage:maxMegabytes", 0, 0, 100_000_000),
        new(
            "articles:seeds",
            "seeds",
            "the path of a folder that exists, or nothing",
            text => text.Length == 0 || SeedFolder.Find(text) is not null),
        new("articles:inbox", new InboxOptions().Folder, "the path of a folder, which may come later, or nothing", text => !File.Exists(text)),
        new("language", UiLanguage.English.Code, $"one of {string.Join(", ", UiLanguage.All)}", text => UiLanguage.Find(text) is not null),
        new("fetching:userAgent", new FetchOptions().UserAgent, "1 to 200 ASCII characters", FetchOptions.IsUserAgent),
        new("fetching:allowedHosts", "", "host names parted by commas, each with or without a port, or nothing", text => AllowedHosts.TryParse(text) is not null),
        new("fetching:ports", "80, 443", "ports parted by commas, each 1 to 65535", text => FetchOptions.TryParsePorts(text) is not null),
        Duration("sources:minInterval", new SourceOptions().MinInterval, TimeSpan.FromMinutes(5), TimeSpan.FromDays(1)),
        Duration("sources:maxInterval", new SourceOptions().MaxInterval, TimeSpan.FromMinutes(5), TimeSpan.FromDays(1)),
        Number("sources:parallel", new SourceOptions().Parallel, 1, 64),
        Number("retention:articles", (int)new RetentionOptions().Articles.TotalDays, 1, RetentionOptions.MaxDays),
        Number("retention:guild", (int)new RetentionOptions().Guild.TotalDays, 1, RetentionOptions.MaxDays),
        Duration("dispatch:grace", new DispatchOptions().Grace, TimeSpan.FromMinutes(1), TimeSpan.FromDays(2)),
        Duration("outbox:lease", new OutboxOptions().Lease, TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(10)),
        Switch("outbox:runReports", new OutboxOptions().RunReports),
        Number("outbox:parallel", new OutboxOptions().Parallel, 1, 64),
        new("discord:tokenFile", "", "the path of a file that holds the token, or nothing", text => text.Length == 0 || File.Exists(text)),
        new(
            "discord:apiBaseAddress",
            "https://discord.com/api/v10/",
            "an http or https address that ends in the version, such as https://discord.com/api/v10/",
            text => IsAddress(text, "https", "http")),
        new(
            "discord:interactionsEndpoint",
            "",
            "an http address with a port of its own and a path, such as http://127.0.0.1:8721/interactions, or nothing",
            text => text.Length == 0 || IsAddress(text, "http")),
        new(
            "discord:publicKey",
            "",
            "the application's public key, 64 hexadecimal digits, from the developer portal, or nothing",
            text => text.Length == 0 || InteractionEndpoint.IsKey(text)),
        Number("discord:shards", new DiscordOptions().Shards, 0, DiscordOptions.MostShards),
        new(
            "discord:adminChannel",
            "",
            "the id of a Discord channel (17 to 20 digits), or nothing",
            text => text.Length == 0 || ChannelAddress.TryParse(text)?.Scheme is ChannelAddress.Discord),
        new(
            "discord:ownerGuild",
            "",
            "the id of the Discord server (17 to 20 digits) that gets the operator's commands, or nothing",
            NewSubscription.IsGuild),
        Switch("archive:publish", usual: false),
        new(
            "archive:address",
            "",
            "the http or https address under which others reach the host of /digests/, such as https://news.example.org, or nothing",
            text => text.Length == 0 || IsAddress(text, "https", "http")),
        new("health:address", "http://127.0.0.1:8720", "an http address, such as http://127.0.0.1:8720", text => IsAddress(text, "http")),
        new("logs:level", "information", ChoiceText.AllOf<LogLevel>(), text => ChoiceText.TryParse<LogLevel>(text, out _)),
        new("logs:format", "text", "text or json", text => text is "text" or "json"),
    ];

    private static SettingRule Duration(string key, TimeSpan usual, TimeSpan least, TimeSpan most) => new(
        key,
        usual.ToString("c", CultureInfo.InvariantCulture),
        $"hours:minutes:seconds from {least:c} to {most:c}",
        text => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most);

    private static SettingRule Switch(string key, bool usual) => new(key, usual.ToString(), "true or false", text => bool.TryParse(text, out _));

    private static SettingRule Number(string key, int usual, int least, int most) => new(
        key,
        usual.ToString(CultureInfo.InvariantCulture),
        $"a whole number from {least} to {most}",
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most);

    private static bool IsAddress(string text, params string[] schemes) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && schemes.Contains(address.Scheme, StringComparer.Ordinal);

    private static bool IsConnectionString(string text) => text.Length == 0 || PostgresAddress.IsValid(text);
}
