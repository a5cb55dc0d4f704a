using SummaryBot.Digests;
using SummaryBot.Digests.Filters;

namespace SummaryBot.Tests.Digests;

public sealed class DigestStoreChangeTests
{
    public static TheoryData<string> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Of_changes_at_the_same_time_none_is_lost(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var id = (await bot.AddDigestAsync()).Id;
        await Task.WhenAll(Enumerable.Range(1, 12).Select(i => Task.Run(
            () => bot.Get<DigestStore>().ChangeAsync(id, digest => With(digest, $"word{i}"), TestBot.Token), TestBot.Token)));

        var stored = await bot.Get<DigestStore>().FindAsync("", "Morning", TestBot.Token);
        Assert.Equal(
            Enumerable.Range(1, 12).Select(i => $"word{i}").Order(StringComparer.Ordinal), stored!.Digest.Editing.Filters.Select(rule => rule.Value).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_changed_digest_is_due_as_before_unless_its_schedule_is_another(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var added = await bot.AddDigestAsync();
        bot.Time.Advance(TimeSpan.FromHours(2)); // past 08:00
        var store = bot.Get<DigestStore>();

        var renamed = await store.ChangeAsync(added.Id, digest => digest with { Name = "Evening", MaxStories = 3 }, TestBot.Token);
        Assert.Equal(added.NextDue, renamed!.NextDue);
        Assert.Equal(3, (await store.FindAsync("", "Evening", TestBot.Token))!.Digest.MaxStories);

        var moved = await store.ChangeAsync(added.Id, digest => digest with { Schedule = digest.Schedule with { Times = [new NodaTime.LocalTime(18, 0)] } }, TestBot.Token);
        Assert.Equal("2026-03-01T18:00", moved!.NextDue.LocalText);
        Assert.Equal(moved.NextDue, (await store.FindAsync("", "Evening", TestBot.Token))!.NextDue);
    }

    [Fact]
    public async Task What_is_not_there_is_not_changed()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        Assert.Null(await bot.Get<DigestStore>().ChangeAsync(7, digest => digest with { MaxStories = 3 }, TestBot.Token));
    }

    [Fact]
    public async Task Where_the_change_fails_nothing_is_written()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var added = await bot.AddDigestAsync();
        await Assert.ThrowsAsync<FormatException>(() => bot.Get<DigestStore>().ChangeAsync(added.Id, _ => throw new FormatException(), TestBot.Token));
        Assert.Equal(added.NextDue, (await bot.Get<DigestStore>().FindAsync("", "Morning", TestBot.Token))!.NextDue);
    }

    private static Digest With(Digest digest, string word)
    {
        var filters = digest.Editing.Filters;
        return digest with { Editing = digest.Editing with { Filters = [.. filters, new FilterRule(filters.Count + 1, 1, FilterField.Any, FilterOp.HasWord, word)] } };
    }
}
