using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Settings.Backups;
using SummaryBot.Sources;

namespace SummaryBot.Discord.Tests.Interactions.Everything;

/// <summary>What has to happen first so that certain buttons, menus and forms are shown.</summary>
internal sealed class Arrangements(Town town, Crawler crawler)
{
    public async Task CrawlAsync()
    {
        foreach (var arrange in new[] { Paused, LongHistoryAsync, ManySources, PageOfFeeds, SetupOfFeeds, FailingSource, RestoreAsync, Personal, WholeTexts, SeveralArticles, LostChannel })
        {
            await town.ResetAsync();
            await arrange();
        }
    }

    private async Task Paused()
    {
        await AskAsync("digest pause", ("name", "Second"));
        await crawler.CrawlAsync(await AskAsync("digest send-now", ("name", "Second")));
    }

    /// <summary>More editions than a page holds, none of which had news.</summary>
    private async Task LongHistoryAsync()
    {
        await ExecuteAsync("""
            INSERT INTO editions (digest_id, due_local, due_at, written_at, status, stories)
            WITH RECURSIVE days(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM days WHERE i < 28)
            SELECT d.id, printf('2026-02-%02dT08:00', i), 1769846400000 + i * 86400000, 1769846400000 + i * 86400000, 'empty', 0 FROM days JOIN digests AS d ON d.name = 'Second';
            UPDATE digests SET created_at = created_at - 2592000000 WHERE name = 'Second'
            """);
        await crawler.CrawlAsync(await AskAsync("digest history", ("name", "Second")));
        await crawler.CrawlAsync(await AskAsync("log", ("days", 30)));
        await crawler.CrawlAsync(await AskAsync("health"));
    }

    private async Task ManySources()
    {
        for (var i = 0; i < 20; i++)
        {
            await town.Bot.Get<SubscriptionStore>().AddAsync(new NewSubscription(SourceKind.Feed, new Uri($"https://many.example/{i}"), $"Source {i}") { Guild = town.Home.GuildId! }, InteractionFixture.Token);
        }

        await crawler.CrawlAsync(await AskAsync("source list"));
    }

    private async Task PageOfFeeds() => await crawler.CrawlAsync(await AskAsync("source add", ("url", TownNews.PageOfFeeds)));

    private async Task SetupOfFeeds()
    {
        var opened = await AskAsync("setup");
        var values = new Dictionary<string, JsonNode>(StringComparer.Ordinal) { ["channel"] = new JsonArray(town.Home.ChannelId), ["time"] = "08:00", ["zone"] = "UTC", ["source"] = TownNews.PageOfFeeds };
        await crawler.CrawlAsync(await town.AskOneAsync(Question.Submit(town, town.Admin, opened.Outcome.Modal!, source: null, values)));
    }

    private async Task FailingSource()
    {
        await AskAsync("settings admin-channel", ("channel", town.Home.ChannelId));
        await ExecuteAsync("""
            UPDATE sources SET failures = 9, failing_since = added_at - 90000000, failure = 'The site did not answer.', told_at = added_at WHERE id = 1;
            INSERT INTO source_notices (nonce, source_id, kind, reason) VALUES ('notice-1', 1, 'failing', 'The site did not answer.')
            """);
        await town.Bot.Get<SourceNotices>().TellAsync(InteractionFixture.Token);
        await crawler.CrawlAsync(town.Admin, town.Bot.Hand.SeenBy(town.Admin.Id)[^1]);
    }

    private async Task RestoreAsync()
    {
        var kept = (await town.Bot.Get<GuildBackup>().ReadAsync(town.Home.GuildId!, InteractionFixture.Token)).Content;
        var file = CommandData.Upload(town, "backup.json", Encoding.UTF8.GetString(BackupFile.Write(kept)));
        await AskAsync("digest delete", ("name", "Second"));
        var opened = await AskAsync("settings restore");
        for (var i = 0; i < 2; i++)
        {
            await crawler.UseAsync(Question.Submit(town, town.Admin, opened.Outcome.Modal!, source: null, new Dictionary<string, JsonNode>(StringComparer.Ordinal) { ["file"] = new JsonArray(file) }));
        }
    }

    /// <summary>An edition in direct messages.</summary>
    private async Task Personal()
    {
        var own = await town.Bot.Get<DigestStore>().FindDirectAsync(town.Reader.Id, town.Reader.Id, InteractionFixture.Token);
        Assert.NotNull(await town.Bot.Get<DigestDispatcher>().DispatchNowAsync(own!, InteractionFixture.Token));
        await town.Bot.Get<Outbox>().DrainAsync(InteractionFixture.Token);
        var at = town.DirectMessages(town.Reader.Id);
        await crawler.CrawlAsync(town.Reader with { At = at }, town.Bot.Hand.SeenBy(town.Reader.Id, at.ChannelId)[^1]);
    }

    private async Task WholeTexts()
    {
        await ExecuteAsync("UPDATE subscriptions SET full_text = 1");
        await crawler.CrawlAsync(await AskAsync("summary", ("article", TownNews.Page)));
    }

    private async Task SeveralArticles() => await crawler.CrawlAsync(await AskAsync("news why", ("article", "harbor council bridge")));

    private async Task LostChannel()
    {
        await ExecuteAsync("UPDATE digests SET channel = replace(channel, (SELECT channel FROM digests WHERE name = 'Second'), 'discord:1100000000000000999') WHERE name = 'Second'");
        await crawler.CrawlAsync(await AskAsync("health"));
    }

    private Task<Answer> AskAsync(string path, params (string Name, JsonNode? Value)[] options) => town.AskOneAsync(Question.Command(
        town, town.Admin, Declared.Catalog[path], options.ToDictionary(option => option.Name, option => option.Value, StringComparer.Ordinal)));

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await town.Database.OpenAsync(InteractionFixture.Token);
        await connection.ExecuteAsync(sql);
    }
}
