using SummaryBot.Commands.Shape;

namespace SummaryBot.Discord.Tests.Interactions.Everything;

/// <summary>From every command, with every option, through all buttons, menus and forms that follow; half of them after a restart. Before that, what each does is interrupted.</summary>
public sealed class CrawlTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    [Fact]
    public async Task Whatever_is_declared_is_used_by_somebody_and_does_what_it_is_for()
    {
        var (town, refused) = (fixture.Town, new List<string>());
        var (interruptions, interrupted) = (new Interruptions(town, InterruptionTests.Others), new List<string>());
        var crawler = new Crawler(town, async question => interrupted.AddRange(await interruptions.TryAsync(question)));
        foreach (var (spec, option) in Declared.Catalog.Commands.SelectMany(spec => spec.Options.Select(option => (spec, (OptionSpec?)option)).Prepend((spec, null))))
        {
            await town.ResetAsync();
            var answer = await town.AskOneAsync(await QuestionAsync(town, spec, option));
            if (answer.IsRefused)
            {
                refused.Add($"{spec.Path} {option?.Name}: {answer}");
            }

            RestartNowAndThen(town, spec, option);
            await crawler.CrawlAsync(answer);
        }

        await town.ResetAsync();
        await crawler.CrawlAsync(town.Reader, town.Edition);
        await new Arrangements(town, crawler).CrawlAsync();
        var missing = Declared.Catalog.Actions.Select(action => action.Kind).Except(crawler.Done, StringComparer.Ordinal);
        var faults = refused.Concat(crawler.Refused.Select(it => $"{it.Key} was refused: {it.Value}")).Append($"Never shown: {string.Join(' ', missing.Except(crawler.Refused.Keys, StringComparer.Ordinal))}").ToList();
        Assert.True(interrupted.Count == 0, string.Join("\n\n", interrupted));
        Assert.True(faults.Count == 1 && !missing.Any(), string.Join("\n\n", faults));
    }

    private static async Task<Question> QuestionAsync(Town town, CommandSpec spec, OptionSpec? option)
    {
        var who = spec.Audience == CommandAudience.Reader ? town.Reader : town.Admin;
        return spec.IsOnMessage
            ? Question.OnMessage(who, spec, town.Edition)
            : Question.Command(town, who, spec, await new Samples(town).ForAsync(spec, who, option is null ? [] : [option.Name]));
    }

    /// <summary>Once for each family: what is pressed then comes from before.</summary>
    private static void RestartNowAndThen(Town town, CommandSpec spec, OptionSpec? option)
    {
        if (option is null && ReferenceEquals(spec, Declared.Catalog.Commands.Last(it => it.Family == spec.Family)))
        {
            town.Restart();
        }
    }
}
