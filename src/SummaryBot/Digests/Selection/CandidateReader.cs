using SummaryBot.Digests.Filters;
using SummaryBot.Stories;

namespace SummaryBot.Digests.Selection;

/// <summary>Reads candidates as the filters and sections of a digest do.</summary>
public sealed class CandidateReader
{
    private const string OfCategory = "category:", OfSource = "source:", OfGroup = "group:";

    private readonly FilterSet? _filters;
    private readonly IReadOnlyList<Section> _sections;

    public CandidateReader(EditorialSettings editing)
    {
        _filters = editing.Filters.Count == 0 ? null : new FilterSet(editing.Filters);
        _sections = editing.Sections;
        NeedsTexts = _filters is not null || editing.Sections.SelectMany(section => section.Terms).Any(term => !IsOfSource(term));
    }

    /// <summary>Whether it asks for texts.</summary>
    public bool NeedsTexts { get; }

    /// <param name="textOf">The text of an article by its id; null where it is there no more.</param>
    public CandidateStory Read(CandidateStory story, Func<string, FilterText?> textOf)
    {
        if (_filters is not null)
        {
            story = new CandidateStory(story.StoryId, [.. story.Articles.Select(article => Test(article, textOf))], story.Since) { ShownBefore = story.ShownBefore };
        }

        var section = _sections.Index().FirstOrDefault(it => it.Item.Terms.Any(term => story.Passing.Any(article => Matches(article.News, term, textOf))), (-1, null!));
        return section.Index < 0 ? story : story with { Section = section.Index };
    }

    private CandidateArticle Test(CandidateArticle article, Func<string, FilterText?> textOf)
    {
        if (textOf(article.News.Id) is not { } text)
        {
            return article;
        }

        var verdict = _filters!.Test(text);
        return article with { FilteredBy = verdict.Passes ? null : verdict.Rule, Hits = verdict.Hits };
    }

    private static bool IsOfSource(string term) => term.StartsWith(OfSource, StringComparison.OrdinalIgnoreCase) || term.StartsWith(OfGroup, StringComparison.OrdinalIgnoreCase);

    private static bool Matches(NewsArticle article, string term, Func<string, FilterText?> textOf)
    {
        if (NameOf(term, OfSource) is { } source)
        {
            return Outlets.AreSame(article.Outlet, source);
        }

        if (NameOf(term, OfGroup) is { } group)
        {
            return article.Groups.Any(it => Outlets.AreSame(it, group));
        }

        var text = textOf(article.Id);
        return NameOf(term, OfCategory) is { } category
            ? text?.Texts(FilterField.Category).Any(it => Outlets.AreSame(it, category)) == true
            : text?.Has(FilterField.Any, term) == true;
    }

    private static string? NameOf(string term, string prefix) => term.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? term[prefix.Length..] : null;
}
