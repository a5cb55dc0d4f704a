namespace SummaryBot.Discord.Tests.Interactions.Everything;

/// <summary>One town for the tests of a class, each of which finds it as it was.</summary>
public sealed class TownFixture : IAsyncLifetime
{
    internal Town Town { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Town = await Town.StartAsync();

    public ValueTask DisposeAsync() => Town?.DisposeAsync() ?? ValueTask.CompletedTask;
}
