using Microsoft.Extensions.Options;
using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Language;
using SummaryBot.Retention;
using SummaryBot.Settings;
using SummaryBot.Undo;

namespace SummaryBot.Commands.Settings;

/// <summary><c>/settings</c>: what holds for a whole server. Without options each shows what is set.</summary>
public sealed class SettingsCommands(
    GuildSettingsStore settings, UndoLog undo, IEnumerable<IChannelInspector> inspectors, IOptions<RetentionOptions> retention) : ICommandModule
{
    private const string Own = "own";

    private static readonly string[] BrandKeys = ["name", "avatar", "color", "footer"];

    private static readonly OptionSpec Reset = new("reset", OptionType.Truth);

    public IEnumerable<CommandSpec> Commands =>
    [
        new("settings language", CommandAudience.Admin, [new OptionSpec("language", OptionType.Text) { Choices = [Own, .. UiLanguage.All.Select(it => it.Code)] }], LanguageAsync) { Example = "--language de" },
        new("settings admin-channel", CommandAudience.Admin, [new OptionSpec("channel", OptionType.Channel) { ChannelTypes = Channels }, Reset], ChannelAsync) { Example = "--channel 123456789012345678" },
        new("settings brand", CommandAudience.Admin, [Text("name", 80), Text("avatar", 2048), Text("color", 7), Text("footer", 200), Reset], BrandAsync) { Example = "--name \"Harbor News\" --color #5865F2" },
        new("settings retention", CommandAudience.Admin, [new OptionSpec("days", OptionType.Integer) { Min = 1, Max = RetentionOptions.MaxDays }, Reset], RetentionAsync) { Example = "--days 60" },
    ];

    private static IReadOnlyList<ChannelType> Channels { get; } =
        [ChannelType.Text, ChannelType.Announcement, ChannelType.AnnouncementThread, ChannelType.PublicThread, ChannelType.PrivateThread];

    private static OptionSpec Text(string name, int max) => new(name, OptionType.Text) { Min = 1, Max = max };

    private async Task<Reply> LanguageAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (call.Text("language") is not { } asked)
        {
            return Shown(LanguageLine(call.Words, await settings.ReadAsync(call.Guild, cancellationToken)));
        }

        var language = UiLanguage.Find(asked); // null is that of each person
        var (set, undoId) = await ChangeAsync(call, "language", now => now with { Language = language }, cancellationToken);
        var words = new Words(language ?? UiLanguage.OfLocale(call.Locale) ?? UiLanguage.English);
        return Changed(words, [LanguageLine(words, set)], undoId);
    }

    private async Task<Reply> ChannelAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var given = call.ChannelOf("channel");
        if (given is null && call.Truth("reset") is not true)
        {
            return Shown(await ChannelLineAsync(call, await settings.ReadAsync(call.Guild, cancellationToken), cancellationToken));
        }

        var channel = given is null ? null : ChannelAddress.TryParse(given.Address);
        if (given is not null && (channel is null ? BadChannel(call, given.Address) : await RefuseAsync(call, channel, given.Name, cancellationToken)) is { } refusal)
        {
            return refusal;
        }

        var (set, undoId) = await ChangeAsync(call, "admin-channel", now => now with { AdminChannel = channel?.Stored }, cancellationToken);
        return Changed(call.Words, [await ChannelLineAsync(call, set, cancellationToken)], undoId);
    }

    private async Task<Reply> BrandAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var given = BrandKeys.Where(key => call.Text(key) is not null).ToList();
        if (given.Count == 0 && call.Truth("reset") is not true)
        {
            return Shown(BrandLines(call.Words, await settings.ReadAsync(call.Guild, cancellationToken)));
        }

        if (given.FirstOrDefault(key => IsFaulty(key, call.Text(key)!)) is { } faulty)
        {
            var (name, remedy) = (call.Words.Plain($"settings.option.{faulty}.name"), call.Words.Plain($"settings.option.{faulty}.description"));
            return Reply.Fail(call.Words, ErrorCode.BadOption, ("option", name), ("value", call.Text(faulty)), ("remedy", remedy));
        }

        var (set, undoId) = await ChangeAsync(call, "brand", now => now with { Brand = Merged(call, now.Brand) }, cancellationToken);
        return Changed(call.Words, BrandLines(call.Words, set), undoId);
    }

    private async Task<Reply> RetentionAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var days = call.Integer("days");
        if (days is null && call.Truth("reset") is not true)
        {
            return Shown(RetentionLine(call.Words, await settings.ReadAsync(call.Guild, cancellationToken)));
        }

        var (set, undoId) = await ChangeAsync(call, "retention", now => now with { RetentionDays = days }, cancellationToken);
        return Changed(call.Words, [RetentionLine(call.Words, set)], undoId);
    }

    private async Task<(GuildSettings Set, string? UndoId)> ChangeAsync(
        CommandCall call, string what, Func<GuildSettings, GuildSettings> change, CancellationToken cancellationToken) => await undo.KeepAsync(
        call,
        call.Words.Plain($"settings.undo.{what}"),
        [GuildSettingsStore.Rows(call.Guild)],
        async () =>
        {
            var set = change(await settings.ReadAsync(call.Guild, cancellationToken));
            await settings.WriteAsync(set, cancellationToken);
            return set;
        },
        cancellationToken);

    /// <summary>Null where the bot can post there, or nobody can tell.</summary>
    private async Task<Reply?> RefuseAsync(CommandCall call, ChannelAddress channel, string name, CancellationToken cancellationToken)
    {
        var finding = await LookAsync(channel, cancellationToken);
        return finding switch
        {
            ChannelFinding.Lacks lacks => BadChannel(call, lacks.Name ?? name, [.. lacks.Permissions]),
            ChannelFinding.Gone or ChannelFinding.WrongKind => BadChannel(call, name),
            ChannelFinding.Open { Guild: { } guild } when !call.IsOperator && !string.Equals(guild, call.Guild, StringComparison.Ordinal) => BadChannel(call, name),
            _ => null,
        };
    }

    private static Reply BadChannel(CommandCall call, string channel, params string[] permissions) => Reply.Fail(
        call.Words, ErrorCode.BadChannel, ("channel", channel), ("permissions", PermissionNames.Of(call.Words, permissions.Length == 0 ? ["View Channel", "Send Messages"] : permissions)));

    private async Task<ChannelFinding?> LookAsync(ChannelAddress channel, CancellationToken cancellationToken) =>
        inspectors.FirstOrDefault(it => string.Equals(it.Scheme, channel.Scheme, StringComparison.Ordinal)) is { } inspector
            ? await inspector.LookAsync(channel, cancellationToken) : null;

    private static Reply Shown(params IReadOnlyList<ReplyText> lines) => new() { Lines = lines };

    private static Reply Changed(Words words, IReadOnlyList<ReplyText> lines, string? undoId) =>
        new() { Title = words.Of("settings.changed"), Lines = lines, Buttons = UndoCommands.Button(words, undoId) };

    private static ReplyText LanguageLine(Words words, GuildSettings set) =>
        set.Language is { } language ? words.Of("settings.language.set", ("language", language.OwnName)) : words.Of("settings.language.unset");

    private async Task<ReplyText> ChannelLineAsync(CommandCall call, GuildSettings set, CancellationToken cancellationToken)
    {
        if (set.AdminChannel is null || ChannelAddress.TryParse(set.AdminChannel) is not { } channel)
        {
            return call.Words.Of("settings.channel.unset");
        }

        var name = await LookAsync(channel, cancellationToken) is ChannelFinding.Open { Name: { } known } ? $"#{known}" : channel.ToString();
        var isLinked = call.Guild.Length > 0 && channel.Scheme is ChannelAddress.Discord;
        ReplyText shown = isLinked ? ReplyText.Link(name, new Uri($"https://discord.com/channels/{call.Guild}/{channel.Target}")) : name;
        return call.Words.Of("settings.channel.set", ("channel", shown));
    }

    private static List<ReplyText> BrandLines(Words words, GuildSettings set)
    {
        var brand = BrandText.Read(set.Brand);
        var lines = BrandKeys.Where(key => Value(brand, key).Length > 0)
            .Select(key => words.Of("settings.brand.line", ("key", words.Plain($"settings.option.{key}.name")), ("value", Value(brand, key)))).ToList();
        return lines.Count > 0 ? lines : [words.Of("settings.brand.unset")];
    }

    private ReplyText RetentionLine(Words words, GuildSettings set) =>
        words.Of("settings.retention.set", ("days", set.RetentionDays ?? (int)retention.Value.Guild.TotalDays));

    private static string? Merged(CommandCall call, string? before)
    {
        var known = BrandText.Read(call.Truth("reset") is true ? null : before);
        var brand = new BrandOptions
        {
            Name = call.Text("name") ?? known.Name,
            Avatar = call.Text("avatar") ?? known.Avatar,
            Color = call.Text("color") ?? known.Color,
            Footer = call.Text("footer") ?? known.Footer,
        };
        return BrandText.Write(brand);
    }

    private static bool IsFaulty(string key, string value)
    {
        var faults = new List<string>();
        var brand = new BrandOptions();
        Action<string> set = key switch
        {
            "name" => text => brand.Name = text,
            "avatar" => text => brand.Avatar = text,
            "color" => text => brand.Color = text,
            _ => text => brand.Footer = text,
        };
        set(value);
        BrandReader.Read(brand, faults);
        return faults.Count > 0;
    }

    private static string Value(BrandOptions brand, string key) => key switch
    {
        "name" => brand.Name,
        "avatar" => brand.Avatar,
        "color" => brand.Color,
        _ => brand.Footer,
    };
}
