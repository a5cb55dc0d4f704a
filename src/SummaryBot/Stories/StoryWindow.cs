using System.Runtime.InteropServices;
using SummaryBot.Summarization.Models;

namespace SummaryBot.Stories;

/// <summary>
/// All articles dated within <see cref="StoryClusterer.Window"/> of the newest. What it holds is a function of those articles and their stories alone,
/// whatever came before them and in whatever order they came, because all sums are of whole numbers.
/// </summary>
internal sealed class StoryWindow
{
    private const uint SampleOneIn = 4;

    /// <summary>A run of words in more articles is a phrase, or copies that their terms bring together as well.</summary>
    private const int MostSharing = 64;

    private readonly Vocabulary _vocabulary = TrainedModels.Default.Vocabulary;
    private readonly Dictionary<string, LiveTerm> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<uint, List<LiveArticle>> _shingles = [];
    private readonly Dictionary<string, LiveArticle> _byId = new(StringComparer.Ordinal);
    private readonly SortedSet<LiveArticle> _byDate = new(LiveArticle.ByDate);
    private readonly Dictionary<long, LiveStory> _stories = [];
    private readonly Dictionary<string, int> _languages = new(StringComparer.Ordinal);

    public int Count => _byDate.Count;

    public LiveArticle? Find(string articleId) => _byId.GetValueOrDefault(articleId);

    /// <summary>The story's articles of the window; a story without any is new.</summary>
    public LiveStory Story(long number)
    {
        ref var story = ref CollectionsMarshal.GetValueRefOrAddDefault(_stories, number, out _);
        return story ??= new LiveStory(number);
    }

    public bool Covers(DateTimeOffset datedAt) => _byDate.Max is not { } newest || newest.DatedAt - datedAt <= StoryClusterer.Window;

    /// <summary>Lets go of what a new date leaves behind.</summary>
    public void MoveTo(DateTimeOffset datedAt)
    {
        while (_byDate.Min is { } oldest && datedAt - oldest.DatedAt > StoryClusterer.Window)
        {
            Remove(oldest);
        }
    }

    /// <summary>Reads an article without taking it in.</summary>
    public LiveArticle Read(StoryCandidate candidate)
    {
        var text = StoryTextReader.Read(candidate);
        var terms = Array.ConvertAll(text.Terms, term => new ArticleTerm(Term(term.Stem), term.Weight, term.Traits));
        return new LiveArticle(candidate, text, terms);
    }

    /// <summary>Forgets the terms that only an article has which was read and not taken in.</summary>
    public void Discard(LiveArticle article)
    {
        foreach (var (term, _, _) in article.Terms)
        {
            Forget(term);
        }
    }

    public void Add(LiveArticle article, LiveStory story)
    {
        _byId.Add(article.Id, article);
        _byDate.Add(article);
        CollectionsMarshal.GetValueRefOrAddDefault(_languages, article.Language ?? "", out _)++;
        story.Add(article);
        foreach (var (term, weight, _) in article.Terms)
        {
            term.Add(article, weight);
        }

        foreach (var shingle in Sample(article))
        {
            ref var articles = ref CollectionsMarshal.GetValueRefOrAddDefault(_shingles, shingle, out _);
            (articles ??= []).Add(article);
        }
    }

    public void Remove(LiveArticle article)
    {
        _byId.Remove(article.Id);
        _byDate.Remove(article);
        _languages[article.Language ?? ""]--;
        Leave(article);
        foreach (var (term, _, _) in article.Terms)
        {
            term.RemoveOne();
            Forget(term);
        }

        foreach (var shingle in Sample(article))
        {
            var articles = _shingles[shingle];
            articles.Remove(article);
            if (articles.Count == 0)
            {
                _shingles.Remove(shingle);
            }
        }
    }

    public void Move(LiveArticle article, LiveStory to)
    {
        Leave(article);
        to.Add(article);
    }

    /// <summary>How rare each term is among the stories of a language: the logarithms that <see cref="LiveTerm.Idf"/> takes.</summary>
    public (double Known, double Unknown) LogOf(string? language) => LiveTerm.LogOf(_languages.GetValueOrDefault(language ?? ""));

    /// <summary>For each article of the window that shares a sampled run of five words, how many it shares.</summary>
    public Dictionary<LiveArticle, int> SharingShingles(LiveArticle article)
    {
        var shared = new Dictionary<LiveArticle, int>();
        foreach (var shingle in Sample(article))
        {
            if (_shingles.GetValueOrDefault(shingle) is not { Count: <= MostSharing } articles)
            {
                continue;
            }

            foreach (var other in articles)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(shared, other, out _)++;
            }
        }

        return shared;
    }

    private static IEnumerable<uint> Sample(LiveArticle article) => article.Shingles.Where(shingle => shingle % SampleOneIn == 0);

    private void Leave(LiveArticle article)
    {
        var story = article.Story!;
        story.Remove(article);
        if (story.Articles.Count == 0)
        {
            _stories.Remove(story.Number);
        }
    }

    private LiveTerm Term(string stem)
    {
        ref var term = ref CollectionsMarshal.GetValueRefOrAddDefault(_terms, stem, out _);
        return term ??= new LiveTerm(stem, _vocabulary);
    }

    private void Forget(LiveTerm term)
    {
        if (term.Articles == 0)
        {
            _terms.Remove(term.Stem);
        }
    }
}
