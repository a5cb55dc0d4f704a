using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Discord.Rendering;
using SummaryBot.Host.Simulation;
using SummaryBot.Storage;

namespace SummaryBot.EndToEnd.Tests.Simulation;

public sealed class PreviewTests
{
    private const int StepsOfRun = 8;
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 6, 0, 0, TimeSpan.Zero);

    private static readonly JsonObject[] Rules =
    [
        new() { ["field"] = "any", ["op"] = "has word", ["value"] = "opened" },
        new() { ["field"] = "title", ["op"] = "has not", ["value"] = "closed" },
        new() { ["field"] = "body", ["op"] = "matches regex", ["value"] = "[0-9]{3}" },
        new() { ["field"] = "category", ["op"] = "has word", ["value"] = "sport" },
        new() { ["field"] = "source", ["op"] = "has not", ["value"] = "Hill" },
    ];

    private static readonly JsonObject[] Sections =
    [
        new() { ["name"] = "Works", ["terms"] = new JsonArray("built", "repaired") },
        new() { ["name"] = "Business", ["terms"] = new JsonArray("category:business") },
        new() { ["name"] = "The harbor", ["terms"] = new JsonArray("source:Harbor Gazette") },
    ];

    private static readonly Gen<JsonObject> Digests = Gen.Select(
        Gen.Int[1, 12],
        AnyOf("short", "medium", "long"),
        AnyOf("cards", "compact", "plain"),
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 10], Gen.Int[1, 4], (maxPerSource, repeatDays, carryDays) => (MaxPerSource: maxPerSource, RepeatDays: repeatDays, CarryDays: carryDays)),
        Gen.Select(AnyOf(Rules), Gen.Int[1, 2], (rule, group) => With(rule, "group", group)).Array[0, 2],
        Gen.Int[0, Sections.Length],
        AnyOf("", "The Elm Daily"),
        (most, length, layout, limits, filters, sections, brand) => new JsonObject
        {
            ["channel"] = "123456789012345678",
            ["times"] = new JsonArray("08:00"),
            ["maxStories"] = most,
            ["length"] = length,
            ["layout"] = layout,
            ["maxPerSource"] = limits.MaxPerSource,
            ["repeatDays"] = limits.RepeatDays,
            ["carryDays"] = limits.CarryDays,
            ["filters"] = new JsonArray([.. filters.Select(rule => rule.DeepClone())]),
            ["sections"] = new JsonArray([.. Sections.Take(sections).Select(section => section.DeepClone())]),
            ["brand"] = new JsonObject { ["name"] = brand },
        });

    private static readonly Gen<Step> Steps = Gen.Select(
        Gen.Int[2, 30 * 60], Gen.Int[0, 25], Gen.Int[0, 2], (minutes, articles, digest) => new Step(minutes, articles, digest));

    private static readonly Gen<Run> Runs = Gen.Select(
        Gen.Int, Digests.Array[3], Steps.Array[StepsOfRun], (seed, digests, steps) => new Run(seed, digests, steps));

    /// <summary>The number of previews that the environment asks for, such as 1000; otherwise what takes some seconds.</summary>
    private static int Count { get; } = int.TryParse(Environment.GetEnvironmentVariable("SUMMARYBOT_PREVIEWS"), CultureInfo.InvariantCulture, out var count) ? count : 48;

    private int _stories;
    private int _updates;

    [Fact]
    public async Task A_preview_is_byte_for_byte_what_is_sent_a_second_later_and_changes_no_row()
    {
        await Runs.SampleAsync(PreviewAsync, iter: (Count + StepsOfRun - 1) / StepsOfRun, threads: 1);
        Assert.InRange(_stories, Count, int.MaxValue); // else it would say nothing
        Assert.InRange(_updates, 1, int.MaxValue);
    }

    private async Task PreviewAsync(Run run)
    {
        var clock = new VirtualClock(Start);
        await using var bot = await ScratchBot.StartAsync(clock, new Random(run.Seed), TestContext.Current.CancellationToken);
        var sources = new SimulatedSources(bot, new ArticleBook());
        var news = new RandomNews(new Random(run.Seed));
        var bySteps = run.ArticlesBySteps(news);
        await sources.AddAsync(bySteps.SelectMany(articles => articles), TestContext.Current.CancellationToken);
        var names = await AddAsync(bot, run.Digests);
        foreach (var (step, articles) in run.Steps.Zip(bySteps))
        {
            clock.SetOn(step.At(clock.GetUtcNow()));
            await sources.VisitAsync(articles, TestContext.Current.CancellationToken);
            await PreviewAsync(bot, clock, names[step.Digest]);
        }
    }

    private async Task PreviewAsync(ScratchBot bot, VirtualClock clock, string name)
    {
        var token = TestContext.Current.CancellationToken;
        var digest = (await bot.Get<DigestStore>().NamedAsync(name, token))[0];
        var before = await DatabaseDump.OfAsync(bot.Get<Database>(), token);
        var preview = await bot.Get<DigestDispatcher>().PreviewAsync(digest, token);
        Assert.Equal(before, await DatabaseDump.OfAsync(bot.Get<Database>(), token));
        clock.SetOn(clock.GetUtcNow().AddSeconds(1));
        if (await bot.Get<DigestDispatcher>().DispatchNowAsync(digest, token) is null)
        {
            Assert.Empty(preview.Message.Stories);
            return;
        }

        await bot.Get<Outbox>().DrainAsync(token);
        var sent = (await bot.Get<SentStore>().FindAsync(digest.Id, preview.Ask.Due.LocalText, token))!;
        Assert.Equal(DeliveryState.Sent, sent.State);
        Assert.Equal(MessageJson.Write(preview.Message), MessageJson.Write(sent.Message));
        Assert.Equal(Bodies(preview.Message), Bodies(sent.Message));
        _stories += sent.Message.Stories.Count;
        _updates += sent.Message.Stories.Count(story => story.IsUpdate);
    }

    private static IEnumerable<string> Bodies(ChatMessage message) => MessageRenderer.Render(message).Select(body => body.ToJsonString());

    private static async Task<IReadOnlyList<string>> AddAsync(ScratchBot bot, JsonObject[] digests)
    {
        using var folder = new BotFolder();
        var named = digests.Select((digest, i) => With(digest, "name", $"Digest {i}"));
        var read = SimulationInput.Digests(folder.Write("digests.json", new JsonArray([.. named]).ToJsonString()));
        foreach (var digest in read)
        {
            await bot.Get<DigestStore>().AddAsync(digest, TestContext.Current.CancellationToken);
        }

        return [.. read.Select(digest => digest.Name)];
    }

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static JsonObject With(JsonObject json, string key, JsonNode value)
    {
        var copy = json.DeepClone().AsObject();
        copy[key] = value;
        return copy;
    }

    /// <summary>Some time goes by, some articles come, and one digest is looked at.</summary>
    private sealed record Step(int Minutes, int Articles, int Digest)
    {
        /// <summary>At a whole minute, so that a second later it is the same.</summary>
        public DateTimeOffset At(DateTimeOffset last) => last.AddSeconds(-last.Second).AddMinutes(Minutes);
    }

    private sealed record Run(int Seed, JsonObject[] Digests, Step[] Steps)
    {
        public List<IReadOnlyList<SimulatedArticle>> ArticlesBySteps(RandomNews news)
        {
            var (all, last) = (new List<IReadOnlyList<SimulatedArticle>>(), Start);
            foreach (var step in Steps)
            {
                var (from, minutes, count) = (last, step.Minutes, step.Articles);
                all.Add([.. Enumerable.Range(1, count).Select(i => SimulatedArticle.Read(news.Next(from.AddMinutes((double)minutes * i / (count + 1)))))]);
                last = step.At(last);
            }

            return all;
        }
    }
}
