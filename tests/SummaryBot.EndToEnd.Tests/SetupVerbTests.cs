namespace SummaryBot.EndToEnd.Tests;

/// <summary><c>summarybot setup</c>, the twin of /setup for whoever runs the bot.</summary>
public sealed class SetupVerbTests : IAsyncLifetime
{
    private readonly BotFolder _folder = new();
    private NewsSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await NewsSite.StartAsync();
        _folder.Environment["SUMMARYBOT__FETCHING__ALLOWEDHOSTS"] = _site.AllowedHosts;
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task It_shows_the_first_digest_and_posts_it_when_told_to()
    {
        var shown = await SetupAsync("--channel", "file:digest.txt");
        Assert.Equal(2, shown.Code);
        Assert.All(NewsSite.Headlines, headline => Assert.Contains(headline, shown.Output, StringComparison.Ordinal));
        Assert.Contains("setup … --yes", shown.Notes, StringComparison.Ordinal);
        Assert.DoesNotContain("Daily digest", (await BotProcess.RunAsync(_folder, "digest", "list")).Output, StringComparison.Ordinal);

        var started = await SetupAsync("--channel", "file:digest.txt", "--yes");
        Assert.True(started.Code == 0, started.Notes);
        var posted = await File.ReadAllTextAsync(Path.Combine(_folder.Path, "digest.txt"), TestContext.Current.CancellationToken);
        Assert.All(NewsSite.Headlines, headline => Assert.Contains(headline, posted, StringComparison.Ordinal));
        Assert.Contains("Daily digest", (await BotProcess.RunAsync(_folder, "digest", "list")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--time", "25:99", "08:00")]
    [InlineData("--zone", "Atlantis", "Europe/London")]
    [InlineData("--source", "not an address", "https://")]
    [InlineData("--days", "someday", "mon")]
    public async Task A_value_that_will_not_do_is_wrong_use_and_is_told_with_one_that_does(string option, string value, string remedy)
    {
        var refused = await SetupAsync("--channel", "console", option, value, "--yes");
        Assert.Equal(2, refused.Code);
        Assert.Contains(value, refused.Notes, StringComparison.Ordinal);
        Assert.Contains(remedy, refused.Notes, StringComparison.Ordinal);
    }

    /// <summary>With usual values for what is not given.</summary>
    private Task<(int Code, string Output, string Notes)> SetupAsync(params string[] arguments)
    {
        var usual = new[] { ("--source", $"{_site.Home}"), ("--time", "08:00"), ("--zone", "UTC") }.Where(it => !arguments.Contains(it.Item1));
        return BotProcess.RunAsync(_folder, ["setup", .. usual.SelectMany(it => new[] { it.Item1, it.Item2 }), .. arguments]);
    }
}
