using SummaryBot.Digests;
using SummaryBot.Digests.Filters;

namespace SummaryBot.Tests.Digests.Filters;

public sealed class FilterEditorTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Rules_are_added_with_the_next_number_and_removed_by_it(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var digest = (await bot.AddDigestAsync()).Id;
        var editor = bot.Get<FilterEditor>();
        Assert.Equal(new FilterChange.Done(new FilterRule(1, 1, FilterField.Any, FilterOp.HasWord, "harbor")), await AddAsync(bot, digest, "harbor"));
        Assert.Equal(2, Assert.IsType<FilterChange.Done>(await AddAsync(bot, digest, "ferry")).Rule.Id);
        Assert.Equal("harbor", Assert.IsType<FilterChange.Done>(await editor.RemoveAsync(digest, 1, TestBot.Token)).Rule.Value);
        Assert.Equal(3, Assert.IsType<FilterChange.Done>(await AddAsync(bot, digest, "storm")).Rule.Id);
        Assert.Equal(["ferry", "storm"], await ValuesAsync(bot));
        Assert.IsType<FilterChange.NotFound>(await editor.RemoveAsync(digest, 1, TestBot.Token));
        Assert.IsType<FilterChange.NotFound>(await AddAsync(bot, digest + 1, "ferry"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_rules_that_many_add_and_remove_at_once_none_is_lost(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var digest = (await bot.AddDigestAsync()).Id;
        await AddAsync(bot, digest, "first");
        await Task.WhenAll(Enumerable.Range(1, 10).Select(i => Task.Run(() => AddAsync(bot, digest, $"word{i}"), TestBot.Token))
            .Append(Task.Run(() => bot.Get<FilterEditor>().RemoveAsync(digest, 1, TestBot.Token), TestBot.Token)));
        Assert.Equal(Enumerable.Range(1, 10).Select(i => $"word{i}").Order(StringComparer.Ordinal), (await ValuesAsync(bot)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_may_not_be_changes_nothing()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var urgent = (await bot.AddDigestAsync(options => options.Editing = new EditorialOptions { Kind = "urgent", Filters = [new FilterOptions { Value = "storm" }] })).Id;
        Assert.Equal(
            ["filters value \"(a\": write a regular expression without backreferences and look-around (Invalid pattern '(a' at offset 2. Not enough )'s)."],
            Assert.IsType<FilterChange.Faulty>(
                await bot.Get<FilterEditor>().AddAsync(urgent, new FilterOptions { Op = "matches regex", Value = "(a" }, TestBot.Token)).Faults);
        Assert.Equal(
            ["filters \"\": write one rule or more, so that not everything is urgent."],
            Assert.IsType<FilterChange.Faulty>(await bot.Get<FilterEditor>().RemoveAsync(urgent, 1, TestBot.Token)).Faults);
        Assert.Equal(["storm"], await ValuesAsync(bot));
    }

    private static Task<FilterChange> AddAsync(TestBot bot, long digest, string value) =>
        bot.Get<FilterEditor>().AddAsync(digest, new FilterOptions { Value = value }, TestBot.Token);

    private static async Task<IEnumerable<string>> ValuesAsync(TestBot bot) =>
        (await bot.Get<DigestStore>().FindAsync("", "Morning", TestBot.Token))!.Digest.Editing.Filters.Select(rule => rule.Value);
}
