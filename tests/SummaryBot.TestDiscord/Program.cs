using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using SummaryBot.TestDiscord;
using SummaryBot.TestDiscord.Rules;

var port = new Option<int>("--port") { Description = "Where to listen on loopback; 0 takes a free one." };
var faults = new Option<FileInfo?>("--faults") { Description = "A JSON list of faults, such as [{\"route\": \"POST /channels/*/messages\", \"kind\": \"502\", \"probability\": 0.1}]." };
var seed = new Option<int>("--seed") { Description = "Decides the token, the ids and which requests the faults hit.", DefaultValueFactory = _ => 1 };
var root = new RootCommand("TestDiscord: a Discord on loopback, as strict as the real one. People are played and everything is looked at by HTTP: GET /_test lists how.") { port, faults, seed };
root.SetAction(async (parsed, cancellationToken) =>
{
    try
    {
        var options = new TestDiscordOptions { Port = parsed.GetValue(port), Seed = parsed.GetValue(seed) };
        await using var discord = await TestDiscordServer.StartAsync(options, cancellationToken);
        if (parsed.GetValue(faults) is { } file)
        {
            discord.Faults.Add(await File.ReadAllTextAsync(file.FullName, cancellationToken));
        }

        await Console.Out.WriteLineAsync($"""
            TestDiscord listens on {discord.Address}
            Application {discord.World.ApplicationId}, server {discord.World.GuildId}, channels {string.Join(", ", discord.ChannelIds)}
            Watch a channel: {discord.Address}_test/channels/{discord.ChannelIds[0]}
            Point the bot here:
            export SUMMARYBOT__DISCORD__TOKEN={discord.Token}
            export SUMMARYBOT__DISCORD__APIBASEADDRESS={discord.ApiBaseAddress}
            """);
        await discord.WaitForShutdownAsync(cancellationToken);
        return 0;
    }
    catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
    {
        await Console.Error.WriteLineAsync($"TestDiscord: {e.Message}");
        return 1;
    }
});

var from = new Option<FileInfo>("--from") { Description = "Discord's OpenAPI document.", Required = true };
var target = new Option<FileInfo>("--out") { Description = "The rules file.", Required = true };
var rules = new Command("rules", "Derive the rules file from Discord's OpenAPI document.") { from, target };
rules.SetAction(async (parsed, cancellationToken) =>
{
    var document = JsonNode.Parse(await File.ReadAllTextAsync(parsed.GetValue(from)!.FullName, cancellationToken))!;
    await File.WriteAllTextAsync(parsed.GetValue(target)!.FullName, RulesWriter.Write(document), cancellationToken);
    return 0;
});
root.Add(rules);
var command = root.Parse(args);
foreach (var error in command.Errors)
{
    await Console.Error.WriteLineAsync($"TestDiscord: {error.Message}");
}

return command.Errors.Count > 0 ? 2 : await command.InvokeAsync();
