using System.Text.Json;
using Dapper;
using SummaryBot.Commands.Shape;
using SummaryBot.Language;
using SummaryBot.Storage;

namespace SummaryBot.Tests.Commands;

/// <summary>Calls commands as a chat would, and looks at the rows that they leave.</summary>
internal static class Caller
{
    public const string Guild = "333333333333333333";
    public const string User = "222222222222222222";

    public static CommandCall Call(string guild = Guild, string user = User, params (string Name, object Value)[] options) =>
        new(Words.English, user, guild) { MayManage = true, IsInOperatorGuild = true, Options = options.ToDictionary(it => it.Name, it => it.Value, StringComparer.Ordinal) };

    public static Task<Reply> AskAsync(this TestBot bot, string path, params (string Name, object Value)[] options) => bot.AskAsync(path, Call(options: options));

    public static Task<Reply> AskAsync(this TestBot bot, string path, CommandCall call) =>
        bot.Get<CommandRunner>().RunAsync(bot.Get<CommandCatalog>()[path], call, TestBot.Token);

    public static Task<Reply> PressAsync(this TestBot bot, ReplyButton button, CommandCall? call = null)
    {
        var action = bot.Get<CommandCatalog>().Actions.Single(it => it.Kind == button.Kind);
        return bot.Get<CommandRunner>().RunAsync(action, call ?? Call(), new ActionInput(button.Payload, [], new Dictionary<string, IReadOnlyList<string>>()), TestBot.Token);
    }

    public static string TextOf(Reply reply) =>
        string.Join('\n', new[] { reply.Title }.Concat(reply.Lines).Append(reply.Note).OfType<ReplyText>().Select(line => line.ToString()));

    /// <summary>All rows of some tables.</summary>
    public static async Task<string> RowsAsync(this TestBot bot, params string[] tables)
    {
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        var rows = new List<string>();
        foreach (var table in tables)
        {
            rows.AddRange((await connection.QueryAsync($"SELECT * FROM {table}")).Select(row => $"{table} {JsonSerializer.Serialize((object)row)}").Order(StringComparer.Ordinal));
        }

        return string.Join('\n', rows);
    }

    /// <summary>Every place that has some words in it, as <c>table.column</c>, in the whole database.</summary>
    public static async Task<IReadOnlyList<string>> PlacesOfAsync(this TestBot bot, string words)
    {
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        var isSqlite = bot.Get<Database>().Dialect is SqliteDialect;
        var tables = await connection.QueryAsync<string>(isSqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table'"
            : "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'");
        var found = new List<string>();
        foreach (var table in tables)
        {
            foreach (var row in (await connection.QueryAsync($"SELECT * FROM \"{table}\"")).Cast<IDictionary<string, object?>>())
            {
                found.AddRange(row.Where(it => it.Value?.ToString()?.Contains(words, StringComparison.Ordinal) is true).Select(it => $"{table}.{it.Key}"));
            }
        }

        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    public static async Task ExecuteAsync(this TestBot bot, string sql)
    {
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        await connection.ExecuteAsync(sql);
    }
}
