using System.Text.Json.Nodes;
using SummaryBot.Discord.Interactions;
using SummaryBot.Discord.Rest;
using SummaryBot.Language;

namespace SummaryBot.Discord.Tests.Interactions.Everything;

/// <summary>The whole set of commands in all languages.</summary>
public sealed class RegistrationTests(ITestOutputHelper output)
{
    private const int MostCharacters = 8000;

    [Fact]
    public async Task The_whole_set_passes_Discords_rules_and_a_second_start_asks_nothing()
    {
        await using var bot = await InteractionFixture.StartAsync();
        var (id, owner) = (bot.Server.World.ApplicationId, bot.Server.World.GuildId);
        bot.Get<DiscordOptions>().OwnerGuild = owner;
        await bot.Get<CommandRegistration>().EnsureAsync(id, InteractionFixture.Token);
        Assert.Empty(bot.Server.Log.Refusals);
        Assert.Equal(2, bot.Server.World.Registrations);
        Assert.Equal(Commands(bot).Count, bot.Server.World.Commands.Count + bot.Server.World.GuildCommands.Count);
        var asked = bot.Server.Log.Entries.Count;
        bot.Restart();
        bot.Get<DiscordOptions>().OwnerGuild = owner;
        await bot.Get<CommandRegistration>().EnsureAsync(id, InteractionFixture.Token);
        Assert.Equal(asked, bot.Server.Log.Entries.Count);
    }

    [Fact]
    public async Task No_command_has_more_characters_than_Discord_takes_counted_in_its_longest_language()
    {
        await using var bot = await InteractionFixture.StartAsync();
        foreach (var command in Commands(bot))
        {
            output.WriteLine($"{command["name"]}: {Characters(command)}");
            Assert.InRange(Characters(command), 1, MostCharacters);
        }
    }

    [Theory]
    [InlineData(MostCharacters, true)]
    [InlineData(MostCharacters + 1, false)]
    public async Task Discord_counts_each_text_in_its_longest_language(int characters, bool isTaken)
    {
        await using var bot = await InteractionFixture.StartAsync();
        var command = Big(characters);
        Assert.Equal(characters, Characters(command));
        await bot.Get<DiscordRest>().SendAsync(HttpMethod.Put, $"applications/{bot.Server.World.ApplicationId}/commands", new JsonArray(command), InteractionFixture.Token);
        Assert.Equal(isTaken ? 1 : 0, bot.Server.World.Commands.Count);
        Assert.Equal(isTaken ? [] : ["APPLICATION_COMMAND_TOO_LARGE"], bot.Server.Log.Refusals.Select(it => it.Errors["errors"]!["0"]!["_errors"]![0]!["code"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Every_name_and_description_is_there_in_every_language_of_Discord()
    {
        await using var bot = await InteractionFixture.StartAsync();
        var languages = UiLanguage.OfDiscord.Select(it => it.Code).Order(StringComparer.Ordinal).ToList();
        Assert.All(Commands(bot).SelectMany(All), named =>
        {
            Assert.Equal(languages, named["name_localizations"]!.AsObject().Select(it => it.Key).Order(StringComparer.Ordinal));
            if (named.ContainsKey("description"))
            {
                Assert.Equal(languages, named["description_localizations"]!.AsObject().Select(it => it.Key).Order(StringComparer.Ordinal));
            }
        });
    }

    [Fact]
    public async Task Names_beside_each_other_differ_in_every_language()
    {
        await using var bot = await InteractionFixture.StartAsync();
        foreach (var beside in Commands(bot).SelectMany(All).Select(named => Inner(named).ToList()).Append(Commands(bot)))
        {
            foreach (var language in UiLanguage.OfDiscord.Select(it => it.Code))
            {
                var names = beside.Select(named => named["name_localizations"]![language]!.GetValue<string>()).ToList();
                Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
            }
        }
    }

    /// <summary>Short in English: most of it is German.</summary>
    private static JsonObject Big(int characters)
    {
        var command = new JsonObject { ["name"] = "big", ["type"] = 1, ["description"] = "", ["options"] = new JsonArray(Option("a"), Option("b")) };
        command["description"] = new string('d', characters - Characters(command));
        return command;

        static JsonNode Option(string name) => new JsonObject
        {
            ["name"] = name,
            ["type"] = 3,
            ["description"] = "d",
            ["choices"] = new JsonArray([.. Enumerable.Range(10, 20).Select(i => (JsonNode)new JsonObject
            {
                ["name"] = $"choice {i}",
                ["name_localizations"] = new JsonObject { ["de"] = $"{i}{new string('x', 98)}" },
                ["value"] = $"{i}{new string('v', 97)}",
            })]),
        };
    }

    /// <summary>Those of everybody, and those of the operator's own server.</summary>
    private static List<JsonObject> Commands(InteractionFixture bot) => [.. bot.Get<IEnumerable<IInteractionModule>>().SelectMany(module => module.Commands.Concat(module.OwnerCommands))];

    private static IEnumerable<JsonObject> All(JsonObject named) => Inner(named).SelectMany(All).Prepend(named);

    private static IEnumerable<JsonObject> Inner(JsonObject named) => new[] { "options", "choices" }.SelectMany(field => named[field] as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>Names, descriptions and values of a command, its groups, sub-commands, options and choices; of each text the longest of all languages.</summary>
    /// <remarks><see href="https://discord.com/developers/docs/interactions/application-commands#slash-commands"/></remarks>
    private static int Characters(JsonObject named) => Longest(named, "name") + Longest(named, "description") + (named["value"]?.ToString().Length ?? 0) + Inner(named).Sum(Characters);

    private static int Longest(JsonObject named, string field) =>
        (named[$"{field}_localizations"] as JsonObject ?? []).Select(it => it.Value).Append(named[field]).Max(text => text?.ToString().Length ?? 0);
}
