using System.Globalization;
using SummaryBot.Commands.Shape;

namespace SummaryBot.Discord.Tests.Interactions.Everything;

/// <summary>
/// What happens between two steps of the work on a command; buttons, menus and forms are in <see cref="CrawlTests"/>. SUMMARYBOT_INTERRUPTIONS says how many other commands come
/// between each; then each option is tried too.
/// </summary>
public sealed class InterruptionTests(TownFixture fixture, ITestOutputHelper output) : IClassFixture<TownFixture>
{
    internal static readonly int Others = int.Parse(Environment.GetEnvironmentVariable("SUMMARYBOT_INTERRUPTIONS") ?? "0", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Whatever_happens_between_two_steps_of_a_command_it_is_answered()
    {
        var (town, interruptions, faults) = (fixture.Town, new Interruptions(fixture.Town, Math.Max(1, Others)), new List<string>());
        foreach (var spec in Declared.Catalog.Commands.Where(spec => !spec.IsOnMessage))
        {
            var who = spec.Audience == CommandAudience.Reader ? town.Reader : town.Admin;
            foreach (var option in (Others == 0 ? [] : spec.Options).Select(option => option.Name).Prepend(""))
            {
                await town.ResetAsync();
                faults.AddRange(await interruptions.TryAsync(Question.Command(town, who, spec, await new Samples(town).ForAsync(spec, who, option))));
            }
        }

        output.WriteLine($"{interruptions.Count} interruptions, {faults.Count} faults.");
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
    }
}
