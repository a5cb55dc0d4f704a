using SummaryBot.Discord.Interactions;

namespace SummaryBot.Discord.Tests.Interactions;

public sealed class CommandInteractionsTests
{
    [Fact]
    public async Task A_declared_command_is_registered_and_answers_in_the_language_of_the_person()
    {
        await using var bot = await InteractionFixture.StartAsync();
        await bot.Get<CommandRegistration>().EnsureAsync(bot.Server.World.ApplicationId, InteractionFixture.Token);
        Assert.Empty(bot.Server.Log.Refusals);
        await bot.CommandAsync("about", it => it["locale"] = "de");
        Assert.Contains("Wort für Wort", bot.Last().ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
    }
}
