using SummaryBot.Discord.Gateway;

namespace SummaryBot.Discord.Tests.Gateway;

public sealed class IdentifyGateTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1000, 0)]
    [InlineData(200, 0)]
    [InlineData(100, 360)] // ten hours for a hundred: one in six minutes
    [InlineData(1, 36_000)]
    [InlineData(0, 36_000)]
    [InlineData(-3, 36_000)]
    public void The_fewer_identifies_are_left_the_longer_the_next_one_waits(int remaining, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), IdentifyGate.BudgetWait(Place(remaining, Now.AddHours(10)), Now));

    [Fact]
    public void After_the_reset_nothing_waits() => Assert.Equal(TimeSpan.Zero, IdentifyGate.BudgetWait(Place(0, Now), Now));

    private static GatewayPlace.Known Place(int remaining, DateTimeOffset resetAt) =>
        new(new Uri("wss://gateway.example"), 1, 1, 1000, remaining, resetAt, Now);
}
