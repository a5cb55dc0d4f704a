using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Summarization.Text;

namespace SummaryBot.Digests.Corrections;

/// <summary>An article as it is now, to hold against what a message shows of it.</summary>
internal sealed class CurrentArticle(StoredArticle stored)
{
    private readonly Lazy<Dictionary<string, TextSpan>> _sentences = new(() => Sentences(stored.Article));

    public ReadArticle Read { get; } = new(stored);

    public bool IsGone => stored.GoneAt is not null;

    /// <summary>Where the article says a sentence, word for word: at its old place, else wherever it stands now; null where it does not.</summary>
    public QuoteOrigin? Find(Quote shown)
    {
        var (origin, text) = (shown.Origin!, stored.Article.Text);
        return origin.IsIn(text, shown.Text) ? origin
            : _sentences.Value.TryGetValue(shown.Text, out var span) ? QuoteOrigin.Of(text, span.Start, span.End, origin.ArticleId)
            : null;
    }

    private static Dictionary<string, TextSpan> Sentences(Article article)
    {
        var found = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        foreach (var span in SentenceSplitter.Split(article.Text, article.Language))
        {
            found.TryAdd(QuoteOrigin.Shown(article.Text, span.Start, span.End), span);
        }

        return found;
    }
}
