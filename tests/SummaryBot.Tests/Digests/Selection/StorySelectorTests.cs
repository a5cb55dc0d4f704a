using CsCheck;
using SummaryBot.Digests;
using SummaryBot.Digests.Selection;

namespace SummaryBot.Tests.Digests.Selection;

public sealed class StorySelectorTests
{
    private const int Editions = 8;
    private static readonly int[] Gaps = [24, 24, 24, 8, 48, 72];

    private static readonly Gen<StreamArticle[]> Streams = Gen.Select(
        Gen.Int[0, 5], Gen.Int[0, 25], Gen.Int[-80, Editions * 24], Gen.Int[0, 30], Gen.Int[0, 5], Gen.Bool, Gen.Int[0, 3])
        .Array[0, 120].Select(picks => picks.Select((pick, i) => new StreamArticle(
            $"a{i:D4}", pick.Item1 == 0 ? null : $"Outlet {pick.Item1}", pick.Item2 == 0 ? null : pick.Item2, pick.Item3, pick.Item4 > 25 ? pick.Item4 : 0, pick.Item5 == 0, pick.Item6, pick.Item7)).ToArray());

    private static readonly Gen<(EditorialSettings Editing, int MaxStories)> Settings = Gen.Select(
        Gen.Int[1, 4], Gen.Int[1, 4], Gen.Int[0, 2], Gen.Int[1, 9],
        (perSource, carryDays, sections, max) => (
            EditorialSettings.Usual with { MaxPerSource = perSource, CarryDays = carryDays, Sections = [.. Enumerable.Range(0, sections).Select(i => new Section($"Section {i}", ["x"]))] }, max));

    /// <summary>Hours between editions: some days are missed, some have two.</summary>
    private static readonly Gen<(int Hours, int Dropped)[]> Times = Gen.Select(
        Gen.Int[0, 5].Select(i => Gaps[i]), Gen.Frequency((4, Gen.Const(0)), (1, Gen.Int[1, 3]))).Array[Editions];

    [Fact]
    public void Over_any_days_each_article_gets_its_verdicts_until_a_last_one_and_no_story_comes_twice_without_being_an_update() =>
        Gen.Select(Streams, Settings, Times).Sample(
            (stream, settings, times) =>
            {
                var (run, hour) = (new DayRun(stream, settings.Editing, settings.MaxStories), 0L);
                var (last, shownStories) = (new Dictionary<string, Verdict>(StringComparer.Ordinal), new HashSet<long>());
                var lastHour = 0L;
                foreach (var (hours, dropped) in times)
                {
                    var (choice, record) = run.Next(hour, dropped);
                    var verdicts = record.Stories.SelectMany(story => story.Articles).ToDictionary(it => it.ArticleId, it => it.Verdict, StringComparer.Ordinal);
                    Assert.All(verdicts, it => Assert.False(last.TryGetValue(it.Key, out var before) && IsLast(before), $"{it.Key} had {last.GetValueOrDefault(it.Key)} before"));
                    foreach (var article in stream.Where(it => it.SeenHour + it.HoursLate <= hour && !verdicts.ContainsKey(it.Id)))
                    {
                        // nothing is left out but what had its last verdict, or was filtered for long enough
                        Assert.True(last.TryGetValue(article.Id, out var before) && (IsLast(before) || before is Verdict.Filtered), $"{article.Id} was forgotten");
                        Assert.True(IsLast(before) || article.SeenHour <= hour - (24 * settings.Editing.CarryDays));
                    }

                    CheckShown(record, shownStories);
                    CheckKept(record, DayRun.DueAt(hour), settings.Editing.CarryDays);
                    CheckCap(choice, settings.Editing.MaxPerSource, settings.MaxStories);
                    foreach (var (id, verdict) in verdicts)
                    {
                        last[id] = verdict;
                    }

                    (lastHour, hour) = (hour, hour + hours);
                }

                Assert.All(stream.Where(it => it.SeenHour + it.HoursLate <= lastHour), it => Assert.Contains(it.Id, last.Keys));
            },
            iter: 2000);

    [Fact]
    public void The_order_of_the_candidates_changes_nothing() => Gen.Select(Streams, Settings).Sample(
        (stream, settings) =>
        {
            var forward = new DayRun(stream, settings.Editing, settings.MaxStories).Next(100, 0).Record;
            var backward = new DayRun([.. stream.Reverse()], settings.Editing, settings.MaxStories).Next(100, 0).Record;
            Assert.Equal(SelectionStore.Write(forward).Key, SelectionStore.Write(backward).Key);
        },
        iter: 500);

    private static bool IsLast(Verdict verdict) => verdict is Verdict.Shown or Verdict.Merged or Verdict.Expired or Verdict.Old;

    private static void CheckShown(SelectionRecord record, HashSet<long> shownStories)
    {
        var shown = record.Stories.Where(story => story.Verdict is Verdict.Shown).ToList();
        Assert.Equal(shown, record.Stories.Take(shown.Count));
        Assert.All(shown, story => Assert.Contains(story.Articles, it => it.Verdict is Verdict.Shown));
        Assert.All(shown, story => Assert.Equal(story.StoryId is { } id && shownStories.Contains(id), story.ShownBefore is not null));
        Assert.Equal(shown.Select(Section).Order(StringComparer.Ordinal), shown.Select(Section));
        shownStories.UnionWith(shown.Select(story => story.StoryId).OfType<long>());

        static string Section(StoryVerdict story) => story.Section ?? "~";
    }

    private static void CheckKept(SelectionRecord record, Due due, int carryDays)
    {
        foreach (var story in record.Stories.Where(it => it.Verdict is Verdict.Carried or Verdict.Capped or Verdict.Expired))
        {
            var isOver = Due.ParseLocal(story.Since).PlusDays(carryDays) <= due.Local;
            Assert.Equal(isOver, story.Verdict is Verdict.Expired);
            Assert.True(!isOver || story.Reason.Contains(due.DayText, StringComparison.Ordinal));
        }
    }

    /// <summary>Where an outlet has more than its share, no story of another outlet was left.</summary>
    private static void CheckCap(EditionChoice choice, int maxPerSource, int maxStories)
    {
        var record = choice.RecordOf([.. choice.Chosen.Select(it => ("", (IReadOnlyList<string>)[it.Story.Passing[0].News.Id]))]);
        var left = record.Stories.Skip(choice.Chosen.Count).Where(story => story.Score is not null).ToList();
        Assert.True(left.Count == 0 || choice.Chosen.Count == maxStories);
        var counts = choice.Chosen.Select(it => DayRun.LeadOutlet(it.Story)).OfType<string>().CountBy(it => it, StringComparer.Ordinal).Where(it => it.Value > maxPerSource).ToList();
        Assert.True(counts.Count == 0 || left.TrueForAll(story => story.Reason.Contains("stories in this edition", StringComparison.Ordinal) || story.Verdict is Verdict.Expired));
        Assert.All(left.Where(story => story.Verdict is Verdict.Carried), story => Assert.True(counts.Count == 0 && choice.Chosen.Count == maxStories, story.Reason));
    }
}
