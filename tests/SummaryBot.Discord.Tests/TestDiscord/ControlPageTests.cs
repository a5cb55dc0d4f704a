using SummaryBot.TestDiscord;

namespace SummaryBot.Discord.Tests.TestDiscord;

public sealed class ControlPageTests
{
    [Fact]
    public async Task The_page_of_the_control_names_every_way_in()
    {
        await using var discord = await TestDiscordServer.StartAsync(new TestDiscordOptions(), TestContext.Current.CancellationToken);
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = discord.Address };
        var page = await http.GetStringAsync(new Uri("_test", UriKind.Relative), TestContext.Current.CancellationToken);
        var routes = discord.Routes.Where(route => route.StartsWith("/_test/", StringComparison.Ordinal)).Select(route => route["/_test".Length..]).ToList();
        Assert.True(routes.Count > 25, $"{routes.Count} routes");
        Assert.All(routes, route => Assert.Contains(route, page, StringComparison.Ordinal));
    }
}
