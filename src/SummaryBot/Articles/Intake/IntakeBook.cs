namespace SummaryBot.Articles.Intake;

/// <summary>Decides which article each item is, and collects what is to be written. It holds what the database says of the items and touches nothing.</summary>
internal sealed class IntakeBook
{
    private readonly Dictionary<string, IntakeArticle> _articles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<IntakeArticle>> _byUrl = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<IntakeArticle>> _byText = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<IntakeSource>> _byGuid = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<IntakeSource>> _byArticle = new(StringComparer.Ordinal);
    private readonly HashSet<(long SourceId, string Guid)> _taken = [];

    public List<IntakeArticle> Added { get; } = [];

    /// <summary>The articles that the loaded rows name.</summary>
    public IEnumerable<string> ArticleIds => _byGuid.Values.SelectMany(rows => rows).Select(row => row.ArticleId);

    /// <summary>Which of the items' texts belonged to articles that were forgotten.</summary>
    public HashSet<string> Forgotten { get; } = new(StringComparer.Ordinal);

    public List<IntakeVersion> Versions { get; } = [];

    public Dictionary<(long SourceId, string Guid), IntakeSource> NewSources { get; } = [];

    public Dictionary<(long SourceId, string Guid), IntakeSource> ChangedSources { get; } = [];

    /// <summary>Stored articles with something to write.</summary>
    public IEnumerable<IntakeArticle> Changed => _articles.Values.Where(article => article is { IsChanged: true, Seq: not null });

    public void Load(IntakeSource source)
    {
        if (List(_byGuid, source.Guid) is var same && !same.Exists(other => other.SourceId == source.SourceId))
        {
            same.Add(source);
            List(_byArticle, source.ArticleId).Add(source);
        }
    }

    /// <summary>Newest first.</summary>
    public void Load(IntakeArticle article)
    {
        if (_articles.TryAdd(article.Id, article))
        {
            List(_byText, article.TextId).Add(article);
            if (article.UrlKey is { } url)
            {
                List(_byUrl, url).Add(article);
            }
        }
    }

    /// <summary>The row of an item that its source said so before; null where something about it is new.</summary>
    public IntakeSource? Unchanged(IntakeItem item) =>
        item.Keys.Select(key => RowOf(item, key)).FirstOrDefault(row => string.Equals(row?.Content, item.Said, StringComparison.Ordinal));

    public TakenArticle Take(IntakeItem item)
    {
        if (Unchanged(item) is { } unchanged)
        {
            _taken.Add((unchanged.SourceId, unchanged.Guid));
            return new TakenArticle(unchanged.ArticleId, TakenAs.Known);
        }

        var (key, row) = FreeKey(item);
        if (row is not null && !_articles.ContainsKey(row.ArticleId)) // it was forgotten, and does not come back
        {
            Remember(item, key, row.ArticleId);
            return new TakenArticle(row.ArticleId, TakenAs.Known);
        }

        var article = row is null ? Find(item) : _articles[row.ArticleId];
        if (article is null && Forgotten.Contains(item.TextId)) // another source brought it then
        {
            Remember(item, key, item.TextId);
            return new TakenArticle(item.TextId, TakenAs.Known);
        }

        return article is null ? Add(item, key) : Meet(item, key, article);
    }

    /// <summary>The key to know the item by, and what is known by it: not the guid where that is another article's.</summary>
    private (string Key, IntakeSource? Row) FreeKey(IntakeItem item)
    {
        foreach (var key in item.Keys)
        {
            var row = RowOf(item, key);
            if (row is null || !_articles.TryGetValue(row.ArticleId, out var article) || SameArticle.MayBecome(article, item))
            {
                return (key, row);
            }
        }

        return ($"text:{item.Content}", RowOf(item, $"text:{item.Content}"));
    }

    private IntakeArticle? Find(IntakeItem item) =>
        ByGuid(item)
        ?? (item.UrlKey is { } url ? List(_byUrl, url).Find(article => !IsRival(article, item)) : null)
        ?? List(_byText, item.TextId).Find(article => SameArticle.BySameText(article, item));

    private IntakeArticle? ByGuid(IntakeItem item) =>
        item.Incoming.Guid is not { } guid
            ? null
            : List(_byGuid, guid).Select(row => _articles.GetValueOrDefault(row.ArticleId)).OfType<IntakeArticle>()
                .FirstOrDefault(article => SameArticle.ByGlobalGuid(guid, article, item));

    /// <summary>The source tells items apart that link to one page: only what says the same is the same then.</summary>
    private bool IsRival(IntakeArticle article, IntakeItem item) =>
        item.Incoming.Guid is { } guid
        && List(_byArticle, article.Id).Exists(row => row.SourceId == item.Incoming.SourceId && !string.Equals(row.Guid, guid, StringComparison.Ordinal))
        && !SameArticle.IsAlike(article, item);

    private TakenArticle Add(IntakeItem item, string key)
    {
        var id = item.TextId;
        for (var i = 0; _articles.ContainsKey(id); i++) // another article says or said the same
        {
            id = ArticleId.Of($"{item.Incoming.SourceId} {key} {i} {item.TextId}");
        }

        var article = IntakeArticle.Of(item, id);
        Load(article);
        Added.Add(article);
        Remember(item, key, id);
        return new TakenArticle(id, TakenAs.Added);
    }

    private TakenArticle Meet(IntakeItem item, string key, IntakeArticle article)
    {
        var known = new TakenArticle(article.Id, TakenAs.Known);
        if (_taken.Contains((item.Incoming.SourceId, key)) || (item.Incoming.TeaserOnly && !article.TeaserOnly)) // a feed names what is newest first
        {
            return known;
        }

        var isItsSource = IsItsSource(article, item);
        var isChange = !string.Equals(article.Content, item.Content, StringComparison.Ordinal) && (article.TeaserOnly && !item.Incoming.TeaserOnly || isItsSource);
        article.Date(item.Article.PublishedAt);
        article.Describe(item, isItsSource || isChange);
        if (isChange)
        {
            Versions.Add(new IntakeVersion(article.Id, article.Version, article.Headline, article.Text, article.ChangedAt ?? article.FirstSeenAt));
            article.Change(item);
        }

        Remember(item, key, article.Id);
        return isChange ? known with { As = TakenAs.Changed } : known;
    }

    /// <summary>Only the source whose words an article has can change them: another one may always have told it otherwise.</summary>
    private bool IsItsSource(IntakeArticle article, IntakeItem item) =>
        List(_byArticle, article.Id).Exists(
            row => row.SourceId == item.Incoming.SourceId && row.Content.StartsWith(article.Content, StringComparison.Ordinal));

    private void Remember(IntakeItem item, string key, string articleId)
    {
        var row = new IntakeSource(item.Incoming.SourceId, key, articleId, item.Said) { SeenAt = item.SeenAt.ToUnixTimeMilliseconds() };
        var at = (row.SourceId, row.Guid);
        _taken.Add(at);
        var isStored = RowOf(item, key) is not null && !NewSources.ContainsKey(at);
        (isStored ? ChangedSources : NewSources)[at] = row;
        List(_byGuid, key).RemoveAll(old => old.SourceId == row.SourceId);
        List(_byArticle, articleId).RemoveAll(old => old.SourceId == row.SourceId && string.Equals(old.Guid, key, StringComparison.Ordinal));
        List(_byGuid, key).Add(row);
        List(_byArticle, articleId).Add(row);
    }

    private IntakeSource? RowOf(IntakeItem item, string key) => List(_byGuid, key).Find(row => row.SourceId == item.Incoming.SourceId);

    private static List<T> List<T>(Dictionary<string, List<T>> lists, string key)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        return list;
    }
}
