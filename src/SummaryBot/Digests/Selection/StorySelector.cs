namespace SummaryBot.Digests.Selection;

/// <summary>Chooses the stories of an edition. Pure: the same candidates, settings, history, feedback and time make the same edition with the same reasons.</summary>
public static class StorySelector
{
    /// <param name="stories">All candidates, in any order.</param>
    /// <param name="leadOutlet">The outlet of the article that a story is shown by; null where unknown. Asked only of stories that come up for choice.</param>
    public static EditionChoice Select(IReadOnlyList<CandidateStory> stories, SelectionRequest request, Func<CandidateStory, string?> leadOutlet)
    {
        var canShow = stories.ToLookup(CanShow);
        var ranked = canShow[true].Select(story => RankedStory.Of(story, request)).ToList();
        ranked.Sort(Compare);
        var (chosen, passedOver) = Choose(ranked, request, leadOutlet);
        var isChosen = chosen.ToHashSet(ReferenceEqualityComparer.Instance);
        return new EditionChoice(
            request,
            [.. chosen.OrderBy(it => it.Story.Section ?? int.MaxValue)],
            [.. ranked.Where(it => !isChosen.Contains(it))],
            passedOver,
            [.. canShow[false]]);
    }

    private static bool CanShow(CandidateStory story) => story.Passing.Count > 0 && (story.ShownBefore is null || story.NewsIn is not null);

    /// <summary>By score; of two as good the newer, then the one whose id comes first.</summary>
    private static int Compare(RankedStory one, RankedStory other)
    {
        var order = other.Score.CompareTo(one.Score);
        order = order != 0 ? order : other.Signals.NewestAt.CompareTo(one.Signals.NewestAt);
        return order != 0 ? order : string.CompareOrdinal(one.Story.Passing[0].News.Id, other.Story.Passing[0].News.Id);
    }

    /// <summary>The best ones, of each outlet as many as it may have; where that leaves room, what was passed over fills it, but for outlets that the server itself limits.</summary>
    private static (List<RankedStory> Chosen, Dictionary<RankedStory, string> PassedOver) Choose(
        List<RankedStory> ranked, SelectionRequest request, Func<CandidateStory, string?> leadOutlet)
    {
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var chosen = new List<RankedStory>();
        var passedOver = new Dictionary<RankedStory, string>(ReferenceEqualityComparer.Instance);
        foreach (var story in ranked)
        {
            if (chosen.Count == request.MaxStories)
            {
                break;
            }

            if (leadOutlet(story.Story) is not { } outlet)
            {
                chosen.Add(story);
            }
            else if (counts.GetValueOrDefault(outlet) is var count && count < request.MaxOf(outlet))
            {
                counts[outlet] = count + 1;
                chosen.Add(story);
            }
            else
            {
                passedOver.Add(story, outlet);
            }
        }

        var filling = ranked.Where(story => passedOver.TryGetValue(story, out var outlet) && request.Wishes.GetValueOrDefault(outlet)?.Most is null).Take(request.MaxStories - chosen.Count).ToHashSet(ReferenceEqualityComparer.Instance);
        return ([.. ranked.Where(it => filling.Contains(it)).Concat(chosen).OrderBy(it => it, Comparer<RankedStory>.Create(Compare))], passedOver);
    }
}
