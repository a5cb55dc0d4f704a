using SummaryBot.Articles;

namespace SummaryBot.Tests.Articles;

public sealed class ArticleImporterTests
{
    [Fact]
    public async Task A_folder_is_imported_each_text_once_and_the_rest_named()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var folder = Directory.CreateTempSubdirectory("summarybot-import-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "a.txt"), "date 2026-01-02\n\nOne came.", TestBot.Token);
        await File.WriteAllTextAsync(Path.Combine(folder, "b.txt"), "One came.", TestBot.Token);
        await File.WriteAllTextAsync(Path.Combine(folder, "c.txt"), "", TestBot.Token);
        var results = await bot.Get<ArticleImporter>().ImportAsync([folder, Path.Combine(folder, "absent.txt")], TestBot.Token).ToListAsync(
            TestBot.Token);
        Directory.Delete(folder, recursive: true);
        Assert.Collection(
            results,
            result => Assert.IsType<ImportResult.Added>(result),
            result => Assert.IsType<ImportResult.Known>(result),
            result => Assert.IsType<ImportResult.Rejected>(result),
            result => Assert.Contains("cannot be read", Assert.IsType<ImportResult.Rejected>(result).Reason, StringComparison.Ordinal));
        Assert.Single(await bot.Get<ArticleStore>().NewestAsync(10, TestBot.Token));
    }
}
