using System.Data.Common;
using Dapper;
using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Sources;
using SummaryBot.Storage;
using SummaryBot.Undo;

namespace SummaryBot.Settings.Backups;

/// <summary>Sets a server up as a backup says.</summary>
public sealed class GuildRestore(
    Database database, GuildBackup backup, GuildSettingsStore settings, SubscriptionStore subscriptions, DigestStore digests, IEnumerable<IChannelInspector> inspectors)
{
    /// <summary>What restoring would change; or why nothing of the file is.</summary>
    public async Task<(RestorePlan? Plan, BackupFault? Fault)> PlanAsync(CommandCall call, BackupContent content, CancellationToken cancellationToken)
    {
        var now = await backup.ReadAsync(call.Guild, cancellationToken);
        if (BackupCheck.Refuse(content, now) is { } fault)
        {
            return (null, fault);
        }

        var plan = new RestorePlan(now, Fresh(content));
        var foreign = await ForeignAsync(call, plan, cancellationToken);
        return foreign is null ? (plan, null) : (null, new BackupFault("channel", ("name", foreign)));
    }

    /// <summary>What <see cref="ApplyAsync"/> may touch.</summary>
    public static IReadOnlyList<UndoRows> Rows(string guild, RestorePlan plan)
    {
        const string OfGuild = "coalesce((SELECT known.guild FROM channel_guilds AS known WHERE known.channel = digests.channel), guild, '') = @key AND channel NOT LIKE 'dm:%'";
        return
        [
            GuildSettingsStore.Rows(guild),
            new UndoRows("subscriptions", "guild = @key", guild, "id") { Moving = ["news_from"] },
            new UndoRows("digests", OfGuild, guild, "id") { Moving = ["next_due_at", "next_due_local", "selection", "skips", "waits", "paused_reason"] },
            .. plan.Digests.Changed.Select(it => new UndoRows("editions", "digest_id = @key", plan.Now.DigestIds[it.Options.Name], "digest_id", "due_local")),
            .. plan.Digests.Removed.SelectMany(it => History(plan.Now.DigestIds[it.Options.Name], it.Options.Name)),
        ];
    }

    /// <returns>The names that another digest or source has, which were not added.</returns>
    public async Task<IReadOnlyList<string>> ApplyAsync(string guild, RestorePlan plan, CancellationToken cancellationToken)
    {
        if (plan.Settings.Count > 0)
        {
            await settings.WriteAsync(Settings(guild, plan.Wanted.Settings), cancellationToken);
        }

        var taken = new List<string>();
        await ChangeSourcesAsync(plan, cancellationToken);
        foreach (var source in plan.Sources.Added)
        {
            taken.AddRange(await AddAsync(guild, source, cancellationToken) ? [] : [source.Name]);
        }

        foreach (var digest in plan.Digests.Removed)
        {
            await digests.DeleteAsync(plan.Now.DigestIds[digest.Options.Name], cancellationToken);
        }

        foreach (var digest in plan.Digests.Changed.Concat(plan.Digests.Added))
        {
            taken.AddRange(await SetAsync(guild, plan, digest, cancellationToken) ? [] : [digest.Options.Name]);
        }

        return taken;
    }

    /// <summary>A digest's whole history, in an order in which it can be inserted.</summary>
    private static IEnumerable<UndoRows> History(long id, string name) =>
    [
        new("editions", "digest_id = @key", id, "digest_id", "due_local"),
        new("edition_articles", "digest_id = @key", id, "digest_id", "article_id"),
        new("deliveries", "digest_id = @key", id, "nonce"),
        new("message_changes", "nonce IN (SELECT nonce FROM deliveries WHERE digest_id = @key)", id, "nonce"),
        new("feedback", "digest_id = @key", id, "digest_id", "article_id", "user_id"),
        new("urgent_waiting", "digest_id = @key", id, "digest_id", "article_id"),
        new("shown_by_deleted", "digest = @key", name, "digest", "article_id"),
    ];

    /// <summary>Addresses as the database has them, and no pauses that are over by now.</summary>
    private BackupContent Fresh(BackupContent content) => new()
    {
        Settings = content.Settings,
        Sources = [.. content.Sources.Select(it => it with { Address = BackupCheck.Normal(it.Address) })],
        Digests = [.. content.Digests.Select(it => new BackupDigest { Options = it.Options, PausedUntil = backup.PauseOf(it.PausedUntil) })],
    };

    /// <summary>What would post, or tell, in a channel that is not the server's; null where nothing would. Whoever runs the bot may have that.</summary>
    private async Task<string?> ForeignAsync(CommandCall call, RestorePlan plan, CancellationToken cancellationToken)
    {
        if (call.IsOperator)
        {
            return null;
        }

        var known = plan.Now.Content.Digests.Select(it => it.Options.Channel).Append(plan.Now.Content.Settings.AdminChannel).ToHashSet(StringComparer.Ordinal);
        var asked = plan.Wanted.Digests.Select(it => (it.Options.Name, (string?)it.Options.Channel)).Append(("adminChannel", plan.Wanted.Settings.AdminChannel));
        foreach (var (name, channel) in asked.Where(it => it.Item2 is not null && !known.Contains(it.Item2)))
        {
            if (!await IsOfAsync(call.Guild, ChannelAddress.TryParse(channel!)!, cancellationToken))
            {
                return name;
            }
        }

        return null;
    }

    private async Task<bool> IsOfAsync(string guild, ChannelAddress channel, CancellationToken cancellationToken)
    {
        if (channel.Scheme is not ChannelAddress.Discord)
        {
            return false;
        }

        await using var connection = await database.OpenAsync(cancellationToken);
        var of = await connection.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(
            "SELECT guild FROM channel_guilds WHERE channel = @Stored", new { channel.Stored }, cancellationToken: cancellationToken));
        if (of is null && inspectors.FirstOrDefault(it => string.Equals(it.Scheme, channel.Scheme, StringComparison.Ordinal)) is { } inspector)
        {
            of = await inspector.LookAsync(channel, cancellationToken) switch
            {
                ChannelFinding.Open open => open.Guild,
                ChannelFinding.Lacks lacks => lacks.Guild,
                _ => null,
            };
        }

        return string.Equals(of, guild, StringComparison.Ordinal);
    }

    private static GuildSettings Settings(string guild, BackupSettings wanted) => new(guild)
    {
        Language = Language.UiLanguage.Find(wanted.Language),
        AdminChannel = wanted.AdminChannel,
        Brand = wanted.Brand is null ? null : BrandText.Write(wanted.Brand),
        RetentionDays = wanted.RetentionDays,
    };

    /// <summary>Removes first; then names change twice, so that two sources can trade theirs.</summary>
    private async Task ChangeSourcesAsync(RestorePlan plan, CancellationToken cancellationToken)
    {
        const string Sql = """
            UPDATE subscriptions SET name = @Name, outlet = @Outlet, group_name = @Group, backfill = @Backfill, quote_share = @QuoteShare, paused = @paused WHERE id = @id
            """;
        await database.WriteAsync(
            async transaction =>
            {
                await ExecuteAsync(transaction, "DELETE FROM subscriptions WHERE id = @id", plan.Sources.Removed.Select(it => new { id = plan.Now.SourceIds[it.Address] }), cancellationToken);
                var changed = plan.Sources.Changed.Select(it => new
                {
                    it.Name,
                    it.Outlet,
                    it.Group,
                    it.Backfill,
                    it.QuoteShare,
                    paused = it.Paused ? 1 : 0,
                    id = plan.Now.SourceIds[it.Address],
                }).ToList();
                await ExecuteAsync(transaction, "UPDATE subscriptions SET name = '/' || id WHERE id = @id", changed, cancellationToken);
                await ExecuteAsync(transaction, Sql, changed, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    private async Task<bool> AddAsync(string guild, BackupSource source, CancellationToken cancellationToken)
    {
        _ = ChoiceText.TryParse<SourceKind>(source.Kind, out var kind);
        _ = ChoiceText.TryParse<Backfill>(source.Backfill, out var backfill);
        var wanted = new NewSubscription(kind, new Uri(source.Address), source.Name)
        {
            Guild = guild,
            Outlet = source.Outlet,
            Group = source.Group,
            Backfill = backfill,
            QuoteShare = source.QuoteShare,
        };
        if (await subscriptions.AddAsync(wanted, cancellationToken) is not SubscribeResult.Added)
        {
            return false;
        }

        if (source.Paused && await subscriptions.FindAsync(guild, source.Name, cancellationToken) is { } added)
        {
            await subscriptions.PauseAsync(added.Id, cancellationToken);
        }

        return true;
    }

    /// <returns>False where another digest has the name.</returns>
    private async Task<bool> SetAsync(string guild, RestorePlan plan, BackupDigest wanted, CancellationToken cancellationToken)
    {
        var digest = ((DigestReadResult.Read)DigestReader.Read(wanted.Options)).Digest;
        var stored = plan.Now.DigestIds.TryGetValue(digest.Name, out var id)
            ? await digests.ChangeAsync(id, old => digest with { Guild = old.Guild, GuildBrand = old.GuildBrand }, cancellationToken)
            : await digests.AddAsync(digest with { Guild = guild.Length == 0 ? null : guild }, cancellationToken);
        if (stored is null)
        {
            return false;
        }

        await database.WriteAsync(
            transaction => ExecuteAsync(transaction, "UPDATE digests SET paused_until = @PausedUntil WHERE id = @Id AND coalesce(paused_until, 0) <> coalesce(@PausedUntil, 0)", new { wanted.PausedUntil, stored.Id }, cancellationToken),
            cancellationToken);
        return true;
    }

    private static Task<int> ExecuteAsync(DbTransaction transaction, string sql, object values, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, values, transaction, cancellationToken: cancellationToken));
}
