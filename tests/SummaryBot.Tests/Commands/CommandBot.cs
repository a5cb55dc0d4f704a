using System.Text.Json;
using Dapper;
using SummaryBot.Commands.Shape;
using SummaryBot.Language;
using SummaryBot.Storage;

namespace SummaryBot.Tests.Commands;

/// <summary>What tests of commands do with a bot.</summary>
internal static class CommandBot
{
    public const string Guild = "111111111111111111";
    public const string Admin = "222222222222222222";

    public static CommandCall Call(params IEnumerable<(string Name, object Value)> options) => CallIn(UiLanguage.English, Guild, options);

    public static CommandCall CallIn(UiLanguage language, string guild, params IEnumerable<(string Name, object Value)> options) => new(new Words(language), Admin, guild)
    {
        MayManage = true,
        IsOperator = guild.Length == 0, // what is the operator's own is his to change
        Options = options.ToDictionary(it => it.Name, it => it.Value, StringComparer.Ordinal),
    };

    public static Task<Reply> RunAsync(this TestBot bot, string path, CommandCall call) =>
        bot.Get<CommandRunner>().RunAsync(bot.Get<CommandCatalog>()[path], call, TestBot.Token);

    public static Task<Reply> RunAsync(this TestBot bot, string path, params IEnumerable<(string Name, object Value)> options) => bot.RunAsync(path, Call(options));

    /// <summary>Presses a button, chooses in a menu, or sends a form.</summary>
    public static Task<Reply> PressAsync(this TestBot bot, string kind, string payload, CommandCall? call = null, string[]? values = null, IReadOnlyDictionary<string, IReadOnlyList<string>>? fields = null) =>
        bot.Get<CommandRunner>().RunAsync(
            bot.Get<CommandCatalog>().Actions.Single(it => it.Kind == kind),
            call ?? Call(),
            new ActionInput(payload, values ?? [], fields ?? new Dictionary<string, IReadOnlyList<string>>()),
            TestBot.Token);

    public static async Task UndoAsync(this TestBot bot, Reply reply)
    {
        var button = Assert.Single(reply.Buttons, it => it.Kind == "undo");
        Assert.Null((await bot.PressAsync("undo", button.Payload)).Error);
    }

    /// <summary>All that an answer says.</summary>
    public static string TextOf(Reply reply) => string.Join('\n', new[] { reply.Title }.Concat(reply.Lines).Append(reply.Note).OfType<ReplyText>().Select(it => it.ToString()));

    /// <summary>Every row of some tables.</summary>
    public static async Task<string> RowsAsync(this TestBot bot, params IEnumerable<string> tables)
    {
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        var rows = new List<object>();
        foreach (var table in tables)
        {
            rows.AddRange(await connection.QueryAsync($"SELECT * FROM {table} ORDER BY 1"));
        }

        return JsonSerializer.Serialize(rows);
    }
}
