using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Digests.Feedback;
using SummaryBot.Digests.Selection;
using SummaryBot.Operations;
using SummaryBot.Stories;
using SummaryBot.Summarization;

namespace SummaryBot.Digests;

/// <summary>Selects the stories of editions; those that choose alike together.</summary>
internal sealed class EditionSelector(EditionStore editions, ArticleStore articles, StoryStore stories, SelectionStore selections, FeedbackStore feedback, OutletWishStore wishStore)
{
    /// <summary>The selection of each edition, in their order.</summary>
    public async Task<IReadOnlyList<EditionGroup>> SelectAsync(EditionDrafting drafting, IReadOnlyList<EditionAsk> asks, CancellationToken cancellationToken)
    {
        var ofAsks = await GroupAsync(drafting, asks, cancellationToken);
        var groups = ofAsks.Distinct().ToList();
        var blocks = drafting.Blocks;
        await blocks.LoadAsync(groups.SelectMany(group => group.Asked), articles, cancellationToken);
        SideBySide.Select(groups, group => { group.Read(blocks); return group; });
        var lengths = await articles.LengthsAsync([.. groups.SelectMany(group => group.Passing).Distinct(StringComparer.Ordinal)], cancellationToken);
        SideBySide.Select(groups, group => { group.Measure(lengths); return group; });
        for (var open = groups; open.Count > 0;)
        {
            var missing = SideBySide.Select(open, group => group.Select(blocks));
            await blocks.LoadAsync(missing.SelectMany(ids => ids), articles, cancellationToken);
            open = [.. open.Zip(missing).Where(it => it.Second.Count > 0).Select(it => it.First)];
        }

        SideBySide.Select(groups, group => group.BlocksOf(blocks));
        return ofAsks;
    }

    private async Task<IReadOnlyList<EditionGroup>> GroupAsync(EditionDrafting drafting, IReadOnlyList<EditionAsk> asks, CancellationToken cancellationToken)
    {
        var ids = asks.Select(ask => ask.Digest.Id).Distinct().ToList();
        var points = await feedback.PointsAsync(ids, cancellationToken);
        var wishes = await wishStore.OfAsync(asks.Select(ask => ask.Digest.Digest.Guild ?? "").Distinct(StringComparer.Ordinal), cancellationToken);
        var seen = await ViewsAsync(drafting, asks, cancellationToken);
        var open = seen.Distinct().ToDictionary(view => view, view => CandidateFinder.Open(view.Pool, view.Memory, view.CarryDays, view.Due.At.ToUnixTimeMilliseconds()));
        var candidates = open.Values.SelectMany(it => it).ToList();
        var shown = await editions.ShownAsync(
            ids,
            candidates.Select(article => article.StoryId).OfType<long>().Distinct(),
            candidates.Where(article => article.StoryId is null).Select(article => article.Id).Distinct(StringComparer.Ordinal),
            drafting.Foreseen,
            cancellationToken);
        var groups = new Dictionary<GroupKey, EditionGroup>();
        return [.. asks.Zip(seen, GroupOf)];

        EditionGroup GroupOf(EditionAsk ask, View view)
        {
            var (digest, ofDigest) = (ask.Digest.Digest, points[ask.Digest.Id].OrderBy(it => it.Outlet, StringComparer.Ordinal).ToList());
            var history = shown.Contains(ask.Digest.Id) ? new ShownStories(shown[ask.Digest.Id]) : ShownStories.None;
            var wished = wishes[digest.Guild ?? ""];
            var key = new GroupKey(
                view, string.Join(' ', history.Articles), string.Join(' ', ofDigest), $"{SettingsKey(digest.Editing)}\n{string.Join(' ', wished.Values)}", digest.MaxStories, digest.Length, ask.Frame);
            if (!groups.TryGetValue(key, out var group))
            {
                var request = new SelectionRequest(ask.Due, digest.MaxStories, digest.Editing, PointsOf(ofDigest)) { Wishes = wished, Frame = ask.Frame };
                groups[key] = group = new EditionGroup(request, digest.Length, view.Pool, view.Memory, history, open[view]);
            }

            return group;
        }
    }

    /// <summary>What each edition's digest sees and remembers; the same objects for those who do the same.</summary>
    private async Task<IReadOnlyList<View>> ViewsAsync(EditionDrafting drafting, IReadOnlyList<EditionAsk> asks, CancellationToken cancellationToken)
    {
        var guilds = asks.Select(ask => ask.Digest.Digest.Guild).OfType<string>().Distinct(StringComparer.Ordinal);
        var own = (await stories.SubscriptionsAsync(guilds, cancellationToken)).ToLookup(it => it.Guild, StringComparer.Ordinal);
        var pools = new Dictionary<(string Guild, long? DigestId), StoryPool>();
        var past = await selections.PastAsync(asks.Select(ask => ask.Digest.Id).Distinct(), cancellationToken);
        var records = await selections.ReadAsync(past.Values.Select(it => it.Selection).OfType<string>().Distinct(StringComparer.Ordinal), cancellationToken);
        var memories = records.ToDictionary(it => it.Key, it => SelectionMemory.Of(it.Value), StringComparer.Ordinal);
        var first = new Dictionary<long, SelectionMemory>();
        return [.. asks.Select(ask => new View(
            PoolOf(ask), MemoryOf(ask), ask.Digest.Digest.Editing.CarryDays, ask.Due))];

        StoryPool PoolOf(EditionAsk ask)
        {
            var of = own[ask.Digest.Digest.Guild ?? ""].ToList();
            var key = (ask.Digest.Digest.Guild ?? "", of.Exists(it => it.DigestId is not null) ? ask.Digest.Id : (long?)null); // digests that see the same share a pool
            return pools.TryGetValue(key, out var pool) ? pool
                : pools[key] = drafting.Pools.Of([.. of.Where(it => it.DigestId is null || it.DigestId == ask.Digest.Id)]);
        }

        SelectionMemory MemoryOf(EditionAsk ask)
        {
            var of = past.GetValueOrDefault(ask.Digest.Id) ?? new DigestPast { BeganAt = ask.Due.At.ToUnixTimeMilliseconds() };
            if (of.Selection is { } key && memories.TryGetValue(key, out var memory))
            {
                return memory;
            }

            var day = of.BeganAt - (of.BeganAt % StorySignals.DayMilliseconds); // digests made on one day begin alike
            return first.TryGetValue(day, out var known) ? known : first[day] = SelectionMemory.First(day);
        }
    }

    private static Dictionary<string, OutletPoints> PointsOf(IEnumerable<OutletPoints> points) =>
        points.DistinctBy(it => it.Outlet, StringComparer.OrdinalIgnoreCase).ToDictionary(it => it.Outlet, StringComparer.OrdinalIgnoreCase);

    private static string SettingsKey(EditorialSettings editing) =>
        $"{editing.MaxPerSource} {editing.RepeatDays} {editing.CarryDays}\n{string.Join('\n', editing.Filters)}\n{string.Join('\n', editing.Sections.Select(it => $"{it.Name}\t{string.Join('\t', it.Terms)}"))}";

    /// <param name="CarryDays">For how long what a filter kept out is judged anew.</param>
    private sealed record View(StoryPool Pool, SelectionMemory Memory, int CarryDays, Due Due);

    private sealed record GroupKey(View View, string Shown, string Points, string Settings, int MaxStories, SummaryLength Length, FrameWords Frame);
}
