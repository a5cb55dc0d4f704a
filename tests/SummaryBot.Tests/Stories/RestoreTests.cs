using CsCheck;
using SummaryBot.Stories;

namespace SummaryBot.Tests.Stories;

public sealed class RestoreTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private const int Chained = 6;

    private static readonly string[] Common = [.. "harbor minister flood court ferry budget vaccine bridge Lindhaven Norland 5.6 310".Split(' ')];

    /// <summary>Articles of a dozen events, each with words in common with the next, mostly in time order, over three windows.</summary>
    private static readonly Gen<StoryCandidate[]> Streams =
        Gen.Select(Gen.Int[0, 11], Gen.Int[0, Common.Length - 1].Array[0, 6], Gen.Int[-10, 18], Gen.Int[0, 3]).Array[1, 60].Select(picks =>
        {
            var hours = 0;
            return picks.Select((pick, i) =>
            {
                var (@event, common, step, outlet) = pick;
                hours += step;
                var own = Enumerable.Range(0, 6).Select(k => Word(((@event * 4) + k) % 48)).ToList();
                return new StoryCandidate(
                    $"{i:D3}", string.Join(' ', own.Take(3)), $"Today {string.Join(' ', own)} and {string.Join(' ', common.Select(word => Common[word]))}.",
                    Start.AddHours(hours), $"Outlet {outlet}", "en");
            }).ToArray();
        });

    [Fact]
    public void A_clusterer_that_knows_only_the_window_goes_on_like_one_that_never_stopped()
    {
        var (merges, splits) = (0, 0);
        Gen.Select(Streams, Gen.Int[0, 59]).Sample(
            (articles, cut) =>
            {
                cut = Math.Min(cut, articles.Length);
                var continued = new StreamRun();
                foreach (var (i, article) in articles[..cut].Index())
                {
                    if (i < Chained)
                    {
                        continued.Restore(article, story: 1); // whatever they tell: something to split
                    }
                    else
                    {
                        continued.Add(article);
                    }
                }

                var restarted = continued.Restarted(articles[..cut]);
                foreach (var article in articles[cut..])
                {
                    var (one, other) = (continued.Add(article), restarted.Add(article));
                    Assert.Equal((one.Story, one.IsNew), (other.Story, other.IsNew));
                    Assert.Equal(one.Merged, other.Merged);
                    Assert.Equal(one.Moved, other.Moved);
                    Interlocked.Add(ref merges, one.Merged.Count);
                    Interlocked.Add(ref splits, one.Moved.Count > 0 && one.Merged.Count == 0 ? 1 : 0);
                }
            },
            iter: 400);
        Assert.True(merges > 0, "No stream had a merge.");
        Assert.True(splits > 0, "No stream had a split.");
    }

    private static string Word(int i) => $"{(char)('a' + (i % 12))}o{(char)('k' + (i / 12))}em{(char)('a' + (i % 5))}x";

    [Fact]
    public void The_same_order_gives_the_same_stories()
    {
        var articles = LabelledArticle.Read("development", "held").Select(article => article.Candidate).ToList();
        Assert.Equal(StreamRun.Of(articles), StreamRun.Of(articles));
    }
}
