using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SummaryBot.Discord.Tests.Gateway;
using SummaryBot.TestDiscord.Gateway;

namespace SummaryBot.Discord.Tests.TestDiscord;

/// <summary>Faults of the gateway on order, from another program or drawn by a seed.</summary>
public sealed class GatewayControlTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_script_sent_by_HTTP_happens_at_its_times()
    {
        await using var bot = await (await GatewayFixture.StartAsync()).ReadyAsync();
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri(bot.Server.Address, "/_test/") };
        object[] steps = [new { @do = "disconnect", at = 0.2 }, new { @do = "zombie", at = 0.3, @for = 1.5 }];
        using var accepted = await http.PostAsJsonAsync("gateway/script", steps, Token);
        Assert.Equal(2, (await accepted.Content.ReadFromJsonAsync<JsonObject>(Token))!["steps"]!.GetValue<int>());
        using var dispatched = await http.PostAsJsonAsync("gateway/dispatch", new { name = "INTERACTION_CREATE", data = new { id = "1", guild_id = bot.Server.World.GuildId } }, Token);
        Assert.Single((await dispatched.Content.ReadFromJsonAsync<JsonObject>(Token))!["sessions"]!.AsArray());
        await bot.HoldsAsync(() => bot.Server.Gateway is { Resumes: >= 1, Connected: 1, Faults.IsZombie: false } && bot.Interactions.Contains("1"));
        var state = (await http.GetFromJsonAsync<JsonObject>("gateway", Token))!;
        Assert.Equal((1, "[1]"), (state["identifies"]!.GetValue<int>(), state["intents"]!.ToJsonString()));
    }

    [Fact]
    public async Task A_step_that_does_not_exist_is_refused_with_those_that_do()
    {
        await using var bot = await (await GatewayFixture.StartAsync()).ReadyAsync();
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri(bot.Server.Address, "/_test/") };
        using var answer = await http.PostAsJsonAsync("gateway", new { @do = "explode" }, Token);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("late-acks", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public void A_seed_draws_the_same_script_each_time_and_another_seed_another()
    {
        Assert.Equal(Draw(1), Draw(1));
        Assert.NotEqual(Draw(1), Draw(2));
        Assert.Empty(GatewayStep.Kinds.Except(Enumerable.Range(1, 20).SelectMany(Draw).Select(step => step.Do)).Except(["heal"]));
        Assert.All(Draw(1), step => Assert.InRange(step.At, 0, 60));
    }

    private static IReadOnlyList<GatewayStep> Draw(int seed) =>
        GatewayStep.Draw(seed, 4, TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
}
