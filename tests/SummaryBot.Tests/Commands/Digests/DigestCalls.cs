using System.Text.Json;
using Dapper;
using SummaryBot.Commands.Shape;
using SummaryBot.Language;
using SummaryBot.Storage;

namespace SummaryBot.Tests.Commands.Digests;

/// <summary>An admin of a server who gives commands and presses buttons.</summary>
internal sealed class DigestCalls(TestBot bot, string guild = DigestCalls.Guild, string user = "1100000000000000005")
{
    public const string Guild = "1100000000000000001";
    public const string Other = "1100000000000000002";
    public const string Channel = TestChat.Channel;

    private static readonly string[] Tables =
        ["digests", "editions", "edition_articles", "deliveries", "message_changes", "feedback", "urgent_waiting", "shown_by_deleted"];

    public Words Words { get; init; } = Words.English;

    public async Task<Reply> RunAsync(string path, params (string Name, object Value)[] options)
    {
        var call = Call(options.ToDictionary(it => it.Name, it => it.Value is int number ? (long)number : it.Value, StringComparer.Ordinal));
        return await bot.Get<CommandRunner>().RunAsync(bot.Get<CommandCatalog>()[path], call, TestBot.Token);
    }

    /// <summary>As <see cref="RunAsync"/>, where nothing is to go wrong.</summary>
    public async Task<Reply> DoAsync(string path, params (string Name, object Value)[] options)
    {
        var reply = await RunAsync(path, options);
        Assert.True(reply.Error is null, $"{path}: {reply.Error} {Text(reply)}");
        return reply;
    }

    public Task<IReadOnlyList<Choice>> TypeAsync(string path, string option, string typed, params (string Name, object Value)[] options) =>
        bot.Get<CommandCatalog>()[path].SuggestAsync!(Call(options.ToDictionary(it => it.Name, it => it.Value)), new TypedOption(option, typed), TestBot.Token);

    public async Task<Reply> PressAsync(Reply reply, string label)
    {
        var button = reply.Buttons.Single(it => it.Label == label);
        var action = bot.Get<CommandCatalog>().Actions.Single(it => it.Kind == button.Kind);
        return await bot.Get<CommandRunner>().RunAsync(action, Call([]), new ActionInput(button.Payload, [], new Dictionary<string, IReadOnlyList<string>>()), TestBot.Token);
    }

    public Task<Reply> CreateAsync(string name = "Morning", params (string Name, object Value)[] more) =>
        DoAsync("digest create", [("name", name), ("channel", new GivenChannel(Channel, "news", ChannelType.Text)), ("time", "08:00"), .. more]);

    /// <summary>Every row of digests and all that belongs to them.</summary>
    public async Task<string> RowsAsync()
    {
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        var all = new List<string>();
        foreach (var table in Tables)
        {
            all.AddRange((await connection.QueryAsync($"SELECT * FROM {table}")).Select(row => $"{table} {JsonSerializer.Serialize(row)}").Order(StringComparer.Ordinal));
        }

        return string.Join('\n', all);
    }

    public static string Text(Reply reply) =>
        string.Join('\n', new[] { reply.Title }.Concat(reply.Lines).Append(reply.Note).OfType<ReplyText>().Select(it => it.ToString()));

    private CommandCall Call(Dictionary<string, object> options) => new(Words, user, guild) { MayManage = true, GuildLocale = "tr", Options = options };
}
