using System.CommandLine;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Host.ConsoleChat;

namespace SummaryBot.Host.Verbs;

/// <summary>What an article said at first, and each change of it.</summary>
internal static class ArticleVersionsVerb
{
    public static Command Command()
    {
        var command = new Command("versions", "Show what an article said and each change of it, sentence by sentence.") { ArticleVerbs.Id, Common.Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var stored = await ArticleVerbs.FindAsync(services, parsed.GetValue(ArticleVerbs.Id)!, cancellationToken);
        var versions = await services.GetRequiredService<ArticleStore>().VersionsAsync(stored.Article.Id, cancellationToken);
        var diffs = versions.Select((version, i) => i == 0 ? null : SentenceDiff.Of(versions[i - 1].Text, version.Text, stored.Article.Language)).ToList();
        if (parsed.GetValue(Common.Json))
        {
            Common.WriteJson(versions.Zip(diffs, (version, diff) => new { version.Version, version.SeenAt, version.Headline, diff?.Added, diff?.Removed, version.Text }));
            return Exit.Done;
        }

        for (var i = 0; i < versions.Count; i++)
        {
            Write(versions[i], i == 0 ? null : versions[i - 1], diffs[i]);
        }

        return Exit.Done;
    }

    private static void Write(ArticleVersion version, ArticleVersion? before, SentenceDiff? diff)
    {
        Common.WriteLine(Printable.Of($"Version {version.Version} · {StoryLines.Date(version.SeenAt)} · {version.Headline}"));
        if (before is null || diff is null)
        {
            return;
        }

        if (!string.Equals(version.Headline, before.Headline, StringComparison.Ordinal))
        {
            Common.WriteLine(Printable.Of($"  The headline was: {before.Headline}"));
        }

        diff.Removed.ToList().ForEach(sentence => Common.WriteLine(Printable.Of($"  - {sentence}")));
        diff.Added.ToList().ForEach(sentence => Common.WriteLine(Printable.Of($"  + {sentence}")));
    }
}
