using SummaryBot.Digests;
using SummaryBot.Digests.Filters;

namespace SummaryBot.Tests.Digests;

public sealed class EditorialReaderTests
{
    private static readonly Dictionary<string, EditorialOptions> Wrong = new(StringComparer.Ordinal)
    {
        ["kind \"daily\": write normal, urgent, recap or personal."] = new() { Kind = "daily" },
        ["maxPerSource \"0\": write 1 to 20."] = new() { MaxPerSource = 0 },
        ["maxPerSource \"21\": write 1 to 20."] = new() { MaxPerSource = 21 },
        ["repeatDays \"31\": write 1 to 30 days."] = new() { RepeatDays = 31 },
        ["carryDays \"8\": write 1 to 7 days."] = new() { CarryDays = 8 },
        ["filters \"101 rules\": write 100 at most."] = new() { Filters = [.. Enumerable.Range(0, 101).Select(_ => new FilterOptions { Value = "a" })] },
        ["filters \"\": write one rule or more, so that not everything is urgent."] = new() { Kind = "urgent" },
        ["filters group \"26\": write 1 to 25."] = new() { Filters = [new FilterOptions { Group = 26, Value = "a" }] },
        ["filters field \"text\": write any, title, body, source, author, category or url."] =
            new() { Filters = [new FilterOptions { Field = "text", Value = "a" }] },
        ["filters op \"has\": write has word, has not or matches regex."] = new() { Filters = [new FilterOptions { Op = "has", Value = "a" }] },
        ["filters value \"\": write one line of 1 to 200 characters."] = new() { Filters = [new FilterOptions()] },
        ["sections \"21 sections\": write 20 at most."] = new() { Sections = [.. Enumerable.Range(0, 21).Select(_ => Section("a", "b"))] },
        ["sections name \"\": write one line of 1 to 40 characters."] = new() { Sections = [Section("", "b")] },
        ["sections terms \"\": write 1 to 100 words, or category:, source: and group: with a name."] = new() { Sections = [Section("a")] },
        ["recapOf \"26 names\": write 25 at most."] = new() { RecapOf = [.. Enumerable.Repeat("Morning", 26)] },
        ["quiet from \"22\": write a local time such as 22:00."] = new() { Quiet = new QuietOptions { From = "22", To = "07:00" } },
        ["quiet to \"22:00\": write another local time such as 07:00."] = new() { Quiet = new QuietOptions { From = "22:00", To = "22:00" } },
        ["quiet days \"never\": write daily, weekdays, or days such as mon thu."] =
            new() { Quiet = new QuietOptions { From = "22:00", To = "07:00", Days = "never" } },
        ["holidays \"25.12.\": write days such as 2026-12-25, or 12-25 for every year, 400 at most and not all of the year."] = new() { Holidays = ["25.12."] },
    };

    [Fact]
    public void Each_bad_value_is_one_line() => Assert.All(Wrong, wrong => Assert.Equal(
        [wrong.Key],
        Assert.IsType<DigestReadResult.Faulty>(DigestReader.Read(new DigestOptions { Name = "Morning", Channel = "console", Times = { "08:00" }, Editing = wrong.Value })).Faults));

    [Fact]
    public void What_is_not_said_is_usual() => Assert.Equivalent(EditorialSettings.Usual, EditorialReader.Read(new EditorialOptions(), []), strict: true);

    [Fact]
    public void Rules_without_a_number_get_the_next_ones()
    {
        var read = EditorialReader.Read(new EditorialOptions { Filters = [Rule(0, "a"), Rule(5, "b"), Rule(0, "c")] }, []);
        Assert.Equal([(5, "b"), (6, "a"), (7, "c")], read.Filters.Select(rule => (rule.Id, rule.Value)));
        Assert.All(read.Filters, rule => Assert.Equal((FilterField.Any, FilterOp.HasWord, 1), (rule.Field, rule.Op, rule.Group)));
    }

    private static FilterOptions Rule(int id, string value) => new() { Id = id, Value = value };

    private static SectionOptions Section(string name, params string[] terms) => new() { Name = name, Terms = [.. terms] };
}
