using System.Text;
using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Interactions;

namespace SummaryBot.Discord.Tests.TestDiscord;

/// <summary>Files that people send, and groups of boxes that they check.</summary>
public sealed class FileRulesTests
{
    private static readonly SentFile File = new("feeds & more.opml", Encoding.UTF8.GetBytes("<opml/>"), "text/x-opml");

    private static readonly object Upload = Label(new { type = 19, custom_id = "file", max_values = 2 });

    private static readonly object Days = Label(new
    {
        type = 22,
        custom_id = "days",
        min_values = 1,
        options = new object[] { new { label = "Monday", value = "mon", @default = true }, new { label = "Tuesday", value = "tue" } },
    });

    [Fact]
    public async Task A_file_given_with_a_command_can_be_read_where_Discord_says()
    {
        await using var bot = await StartAsync();
        Assert.Throws<ArgumentException>(() => { _ = bot.Discord.User.InvokeAsync("take", new Dictionary<string, object> { ["file"] = "a text" }); });
        var interaction = await AskAsync(bot, new Dictionary<string, object> { ["file"] = File });
        await AssertReadableAsync(interaction["data"]!, interaction["data"]!["options"]![0]!["value"]!.ToString());
    }

    [Fact]
    public async Task A_form_takes_as_many_files_and_boxes_as_it_asks_for()
    {
        await using var bot = await StartAsync();
        var form = await OpenAsync(bot, Upload, Days);
        Assert.Throws<ArgumentException>(() => { _ = bot.Discord.User.SubmitAsync(form, new Dictionary<string, object> { ["days"] = new[] { "mon" } }); });
        form = await OpenAsync(bot, Upload, Days);
        Assert.Throws<ArgumentException>(() => { _ = bot.Discord.User.SubmitAsync(form, new Dictionary<string, object> { ["file"] = new[] { File, File, File } }); });
        form = await OpenAsync(bot, Upload, Days);
        Assert.Throws<ArgumentException>(() => { _ = bot.Discord.User.SubmitAsync(form, new Dictionary<string, object> { ["file"] = new[] { File }, ["days"] = new[] { "wed" } }); });
        form = await OpenAsync(bot, Upload, Days);
        _ = bot.Discord.User.SubmitAsync(form, new Dictionary<string, object> { ["file"] = new[] { File } });
        var data = (await bot.NextInteractionAsync())["data"]!;
        Assert.Equal("""["mon"]""", data["components"]![1]!["component"]!["values"]!.ToJsonString());
        await AssertReadableAsync(data, data["components"]![0]!["component"]!["values"]![0]!.ToString());
    }

    [Fact]
    public async Task A_form_that_contradicts_itself_is_refused()
    {
        await using var bot = await StartAsync();
        object[] faulty =
        [
            Label(new { type = 19, custom_id = "file", min_values = 0 }),
            Label(new { type = 19, custom_id = "file", min_values = 3, max_values = 2 }),
            Label(new { type = 22, custom_id = "days", max_values = 2, options = new[] { new { label = "Monday", value = "mon" } } }),
            Label(new { type = 22, custom_id = "days", options = new[] { new { label = "Monday", value = "mon" }, new { label = "Monday", value = "mon" } } }),
        ];
        foreach (var field in faulty)
        {
            var interaction = await AskAsync(bot, new Dictionary<string, object> { ["file"] = File });
            Assert.Equal(50035, (await bot.AnswerAsync(interaction, 9, Form(field))).Body!["code"]!.GetValue<int>());
        }
    }

    [Fact]
    public async Task A_message_shows_only_files_that_come_with_it()
    {
        await using var bot = await StartAsync();
        var body = new { flags = 1 << 15, components = new[] { new { type = 13, file = new { url = "attachment://a.opml" } } } };
        var (status, answer) = await bot.PostAsync($"channels/{bot.Channel}/messages", body);
        Assert.Equal((400, true), (status, answer!.ToJsonString().Contains("REFERENCED_ATTACHMENT_NOT_FOUND", StringComparison.Ordinal)));
    }

    private static object Label(object component) => new { type = 18, label = "Field", component };

    private static object Form(params object[] fields) => new { custom_id = "f", title = "Form", components = fields };

    private static async Task<PlainBot> StartAsync()
    {
        var bot = await (await PlainBot.StartAsync()).ListenAsync();
        var command = new { name = "take", description = "Takes a file", options = new[] { new { type = 11, name = "file", description = "f", required = true } } };
        Assert.Equal(200, (await bot.SendAsync(HttpMethod.Put, $"applications/{bot.Discord.World.ApplicationId}/commands", new[] { command })).Status);
        return bot;
    }

    private static Task<JsonObject> AskAsync(PlainBot bot, Dictionary<string, object> options)
    {
        _ = bot.Discord.User.InvokeAsync("take", options);
        return bot.NextInteractionAsync();
    }

    private static async Task<string> OpenAsync(PlainBot bot, params object[] fields)
    {
        var interaction = await AskAsync(bot, new Dictionary<string, object> { ["file"] = File });
        Assert.Equal(204, (await bot.AnswerAsync(interaction, 9, Form(fields))).Status);
        return interaction["id"]!.ToString();
    }

    private static async Task AssertReadableAsync(JsonNode data, string id)
    {
        var attachment = data["resolved"]!["attachments"]![id]!;
        Assert.Equal((File.Name, File.Content.Length), (attachment["filename"]!.ToString(), attachment["size"]!.GetValue<int>()));
        using var http = new HttpClient(new SocketsHttpHandler());
        Assert.Equal("<opml/>", await http.GetStringAsync(new Uri(attachment["url"]!.ToString()), TestContext.Current.CancellationToken));
    }
}
