using CsCheck;
using SummaryBot.Discord.Gateway;

namespace SummaryBot.Discord.Tests.Gateway;

public sealed class SeenEventsTests
{
    [Fact]
    public void In_whatever_order_and_however_often_events_come_each_is_new_once_and_no_gap_is_passed() =>
        Gen.Int[2, 40].SelectMany(count => Gen.Int[2, count].Array[0, 100]).Sample(sequences =>
        {
            var seen = new SeenEvents();
            seen.Start(1);
            var known = new HashSet<int> { 1 };
            foreach (var sequence in sequences)
            {
                Assert.Equal(known.Add(sequence), seen.IsNew(sequence));
                seen.Add(sequence);
                Assert.Equal(Enumerable.Range(1, 100).TakeWhile(known.Contains).Last(), seen.Last);
            }
        });

    [Fact]
    public void After_a_resume_nothing_is_missing_any_more()
    {
        var seen = new SeenEvents();
        seen.Start(1);
        seen.Add(3);
        seen.Add(6);
        seen.AddAllTo(5);
        Assert.Equal(6, seen.Last);
        Assert.False(seen.IsNew(2));
    }

    [Fact]
    public void A_gap_that_never_fills_is_given_up_and_costs_no_memory()
    {
        var seen = new SeenEvents();
        seen.Start(1);
        foreach (var sequence in Enumerable.Range(3, 1001))
        {
            seen.Add(sequence);
        }

        Assert.Equal(1003, seen.Last);
    }
}
