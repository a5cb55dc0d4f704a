using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SummaryBot.Discord.Interactions;

namespace SummaryBot.Discord.Tests.Interactions;

public sealed class CommandRegistrationTests
{
    [Fact]
    public async Task The_whole_set_is_registered_in_one_call_and_a_start_without_changes_makes_none()
    {
        await using var bot = await InteractionFixture.StartAsync();
        var id = bot.Server.World.ApplicationId;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => bot.Get<CommandRegistration>().EnsureAsync(id, InteractionFixture.Token))); // sessions in quick succession
        Assert.Equal(1, bot.Server.World.Registrations);
        Assert.Equal(
            bot.Get<IEnumerable<IInteractionModule>>().SelectMany(module => module.Commands).Select(command => command["name"]!.GetValue<string>()),
            bot.Server.World.Commands.Select(command => command!["name"]!.GetValue<string>()));
        bot.Restart();
        await bot.Get<CommandRegistration>().EnsureAsync(id, InteractionFixture.Token);
        Assert.Equal(1, bot.Server.World.Registrations);
        Assert.Empty(bot.Server.Log.Refusals);
    }

    [Fact]
    public async Task A_missing_scope_is_reported_with_the_invitation_that_mends_it()
    {
        await using var bot = await InteractionFixture.StartAsync(
            services => services.AddHttpClient("discord").ConfigurePrimaryHttpMessageHandler(() => new MissingAccess()));
        await bot.Get<CommandRegistration>().EnsureAsync("1100000000000000007", InteractionFixture.Token);
        Assert.Contains("without the scope applications.commands", bot.Log, StringComparison.Ordinal);
        Assert.Contains(
            "https://discord.com/oauth2/authorize?client_id=1100000000000000007&scope=bot+applications.commands&permissions=84992", bot.Log, StringComparison.Ordinal);
    }

    /// <summary>Discord, for a bot that was invited without commands.</summary>
    private sealed class MissingAccess : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(
            new HttpResponseMessage(HttpStatusCode.Forbidden) { Content = new StringContent("""{"message": "Missing Access", "code": 50001}""", Encoding.UTF8, "application/json") });
    }
}
