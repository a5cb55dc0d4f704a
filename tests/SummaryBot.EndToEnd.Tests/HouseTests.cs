using System.Text.Json;
using NetArchTest.Rules;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Discord;
using SummaryBot.Host.Configuration;
using SummaryBot.Summarization;

namespace SummaryBot.EndToEnd.Tests;

/// <summary>Rules about the repository itself.</summary>
public sealed class HouseTests
{
    /// <summary>Host → Discord → SummaryBot → Summarization, and never back.</summary>
    [Fact]
    public void Dependencies_go_one_way()
    {
        AssertNoDependency(
            typeof(Summarizer).Assembly,
            "SummaryBot.Chat",
            "SummaryBot.Articles",
            "SummaryBot.Digests",
            "SummaryBot.Storage",
            "SummaryBot.Discord",
            "SummaryBot.Host",
            "Microsoft.Extensions",
            "Dapper");
        AssertNoDependency(typeof(IChat).Assembly, "SummaryBot.Discord", "SummaryBot.Host", "Spectre", "Microsoft.AspNetCore");
        AssertNoDependency(typeof(DiscordChat).Assembly, "SummaryBot.Host", "Spectre", "Dapper", "Microsoft.Data.Sqlite", "Npgsql");
    }

#if !DISCORDNET
    /// <summary>Not every package feed carries it, and the build must pass on those too.</summary>
    [Fact]
    public void The_restore_asks_for_Discord_Net_in_no_project()
    {
        var artifacts = Path.Combine(AppContext.BaseDirectory, "..", "..", "..");
        var restored = Directory.GetFiles(Path.Combine(artifacts, "obj"), "project.assets.json", SearchOption.AllDirectories);
        Assert.NotEmpty(restored);
        Assert.All(restored, file => Assert.DoesNotContain("Discord.Net", File.ReadAllText(file), StringComparison.OrdinalIgnoreCase));
    }
#endif

    [Fact]
    public void The_summarizer_needs_the_base_class_library_alone()
    {
        var references = typeof(Summarizer).Assembly.GetReferencedAssemblies().Select(name => name.Name!);
        Assert.All(references, name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
    }

    [Fact]
    public void The_seeds_are_the_given_ones_byte_for_byte()
    {
        var shared = Path.Combine(BotFolder.RepositoryRoot, "..", "shared", "seeds");
        Assert.SkipUnless(Directory.Exists(shared), "../shared is absent: nothing to compare the seeds with.");
        foreach (var file in Directory.EnumerateFiles(shared))
        {
            Assert.Equal(
                File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(BotFolder.RepositoryRoot, "seeds", Path.GetFileName(file))));
        }
    }

    /// <summary>The file lists every option, and with its default: a bot with the file does what a bot without it does.</summary>
    [Fact]
    public async Task The_configuration_file_holds_every_option_with_its_default()
    {
        var text = await File.ReadAllTextAsync(
            Path.Combine(BotFolder.RepositoryRoot, "config", "summarybot.json"), TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        var written = json.RootElement.EnumerateObject().Where(section => section.Name is not ("digests" or "brands"))
            .SelectMany(section => section.Value.ValueKind != JsonValueKind.Object ? [KeyValuePair.Create(section.Name, section.Value.ToString())]
                : section.Value.EnumerateObject().Select(option => KeyValuePair.Create($"{section.Name}:{option.Name}", option.Value.ToString())))
            .ToDictionary(StringComparer.Ordinal);
        var options = SettingRule.All.ToDictionary(rule => rule.Key, rule => rule.Default, StringComparer.Ordinal);
        Assert.Equal(
            options.OrderBy(option => option.Key, StringComparer.Ordinal), written.OrderBy(option => option.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_digest_of_the_configuration_file_holds_every_key_with_its_default()
    {
        var path = Path.Combine(BotFolder.RepositoryRoot, "config", "summarybot.json");
        using var json = JsonDocument.Parse(
            await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        var written = json.RootElement.GetProperty("digests").EnumerateArray().Single().EnumerateObject().Select(key => key.Name);
        Assert.Equal(ConfiguredDigests.Keys.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));

        var configuration = BotConfiguration.Load(path);
        Assert.Empty(configuration.Faults);
        var digest = Assert.IsType<DigestReadResult.Read>(Assert.Single(ConfiguredDigests.In(configuration.Values))).Digest;
        Assert.Equivalent(new EditorialOptions(), EditorialText.Of(digest), strict: true);
        var defaults = new DigestOptions { Name = digest.Name, Channel = "console", Times = { "08:00" } };
        var usual = Assert.IsType<DigestReadResult.Read>(DigestReader.Read(defaults)).Digest;
        Assert.Equal(
            (usual.MaxStories, usual.Length, usual.Layout, usual.Empty, usual.Guild, usual.Posting, usual.Schedule.Zone, usual.Schedule.Days.ToString()),
            (digest.MaxStories, digest.Length, digest.Layout, digest.Empty, digest.Guild, digest.Posting, digest.Schedule.Zone, digest.Schedule.Days.ToString()));
    }

    private static void AssertNoDependency(System.Reflection.Assembly assembly, params string[] others)
    {
        var result = Types.InAssembly(assembly).ShouldNot().HaveDependencyOnAny(others).GetResult();
        Assert.True(result.IsSuccessful, $"{assembly.GetName().Name} reaches back: {string.Join(", ", result.FailingTypeNames ?? [])}");
    }
}
