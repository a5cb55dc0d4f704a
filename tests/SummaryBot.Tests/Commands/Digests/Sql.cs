using Dapper;
using SummaryBot.Storage;

namespace SummaryBot.Tests.Commands.Digests;

internal static class Sql
{
    public static async Task ExecuteAsync(TestBot bot, string sql)
    {
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        await connection.ExecuteAsync(sql);
    }
}
