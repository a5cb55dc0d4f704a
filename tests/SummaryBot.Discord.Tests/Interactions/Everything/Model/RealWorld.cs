using System.Collections.Immutable;
using Dapper;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Digests.Filters;
using SummaryBot.Settings;

namespace SummaryBot.Discord.Tests.Interactions.Everything.Model;

/// <summary>What the database holds, in the words of the model.</summary>
internal static class RealWorld
{
    public static async Task<WorldModel> ReadAsync(Town town, IEnumerable<string> servers)
    {
        var world = WorldModel.Empty(servers);
        var digests = await town.Bot.Get<DigestStore>().ListAsync(InteractionFixture.Token);
        foreach (var id in world.Servers.Keys)
        {
            var settings = await town.Bot.Get<GuildSettingsStore>().ReadAsync(id, InteractionFixture.Token);
            var own = digests.Where(it => it.Digest.Guild == id && it.Digest.Channel.Scheme != ChannelAddress.Direct);
            world = world with
            {
                Servers = world.Servers.SetItem(id, new ServerModel
                {
                    Digests = own.ToImmutableSortedDictionary(it => it.Digest.Name, it => Model(town, it), StringComparer.Ordinal),
                    Sources = (await SourcesAsync(town, id)).ToImmutableSortedDictionary(it => it.Name, it => it.Source, StringComparer.Ordinal),
                    Language = settings.Language?.Code,
                    RetentionDays = settings.RetentionDays,
                    AdminChannel = settings.AdminChannel,
                    Footer = BrandText.Read(settings.Brand).Footer,
                    Color = BrandText.Read(settings.Brand).Color,
                }),
            };
        }

        var personal = digests.Where(it => it.Digest.Channel.Scheme == ChannelAddress.Direct).ToList();
        return world with
        {
            Pausing = personal.Where(it => IsPaused(town, it)).Select(it => it.Digest.Name).ToImmutableSortedSet(StringComparer.Ordinal),
            Follows = personal.ToImmutableSortedDictionary(it => it.Digest.Name, it => it.Digest.Editing.Filters.Select(rule => rule.Value).ToImmutableSortedSet(StringComparer.Ordinal), StringComparer.Ordinal),
        };
    }

    private static bool IsPaused(Town town, StoredDigest stored) => stored.PausedUntil is { } until && until.ToDateTimeOffset() > town.Time.GetUtcNow();

    private static DigestModel Model(Town town, StoredDigest stored)
    {
        var digest = stored.Digest;
        return new DigestModel(digest.Schedule.TimesText)
        {
            MaxStories = digest.MaxStories,
            Length = ChoiceText.Of(digest.Length),
            Layout = ChoiceText.Of(digest.Layout),
            Empty = ChoiceText.Of(digest.Empty),
            Thread = ChoiceText.Of(digest.Posting.Thread),
            Kind = ChoiceText.Of(digest.Editing.Kind),
            Quiet = digest.Schedule.Quiet is { } quiet ? $"{quiet.From:HH:mm}-{quiet.To:HH:mm} {quiet.Days}" : null,
            Sections = [.. digest.Editing.Sections.Select(section => (section.Name, string.Join(',', section.Terms)))],
            IsPaused = IsPaused(town, stored),
            Skips = (int)stored.Skips,
            Filters = [.. digest.Editing.Filters.Select(rule => (rule.Id, $"{ChoiceText.Of(rule.Field)} {FilterOpText.Of(rule.Op)} {rule.Value}"))],
        };
    }

    private static async Task<IReadOnlyList<(string Name, SourceModel Source)>> SourcesAsync(Town town, string guild)
    {
        await using var connection = await town.Database.OpenAsync(InteractionFixture.Token);
        var rows = await connection.QueryAsync<(string Name, string Url, long Paused, string? Trust, long? Most)>(
            "SELECT b.name, s.url, b.paused, b.trust, b.max_per_digest FROM subscriptions AS b JOIN sources AS s ON s.id = b.source_id WHERE b.guild = @guild", new { guild });
        return [.. rows.Select(row => (row.Name, new SourceModel(row.Url) { IsPaused = row.Paused != 0, Trust = row.Trust ?? "normal", MaxPerDigest = (int?)row.Most }))];
    }
}
