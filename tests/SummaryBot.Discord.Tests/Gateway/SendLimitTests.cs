using CsCheck;
using Microsoft.Extensions.Time.Testing;
using SummaryBot.Discord.Gateway;

namespace SummaryBot.Discord.Tests.Gateway;

public sealed class SendLimitTests
{
    [Fact]
    public void Whatever_is_sent_and_when_no_minute_has_more_than_120_and_heartbeats_find_room() =>
        Gen.Select(Gen.Int[0, 2000], Gen.Int[0, 9]).Array[0, 600].Sample(tries =>
        {
            var time = new FakeTimeProvider();
            var limit = new SendLimit(time);
            limit.Reserve(TimeSpan.FromSeconds(5));
            var sent = new List<DateTimeOffset>();
            var nextBeat = time.GetUtcNow();
            foreach (var (wait, kind) in tries)
            {
                time.Advance(TimeSpan.FromMilliseconds(wait));
                if (time.GetUtcNow() >= nextBeat)
                {
                    Assert.True(limit.TryTake(isBeat: true));
                    sent.Add(time.GetUtcNow());
                    nextBeat = time.GetUtcNow() + TimeSpan.FromSeconds(5);
                }

                for (var i = 0; i < kind; i++)
                {
                    sent.AddRange(limit.TryTake(isBeat: false) ? [time.GetUtcNow()] : []);
                }

                Assert.InRange(sent.Count(at => time.GetUtcNow() - at < TimeSpan.FromMinutes(1)), 0, 120);
            }
        });

    [Fact]
    public async Task Who_finds_no_room_gets_it_when_a_minute_has_passed()
    {
        var time = new FakeTimeProvider();
        var limit = new SendLimit(time);
        while (limit.TryTake(isBeat: false))
        {
        }

        var waiting = limit.WaitAsync(isBeat: false, TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(waiting.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(2));
        await waiting.WaitAsync(TimeSpan.FromSeconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
    }
}
