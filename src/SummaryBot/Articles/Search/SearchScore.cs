namespace SummaryBot.Articles.Search;

/// <summary>How well an article answers: words of the headline first, then how much of the text is about them, and what is new before what is old.</summary>
internal static class SearchScore
{
    /// <summary>An article tells at its beginning what it is about.</summary>
    private const int Opening = 1000;

    /// <summary>After so long an article is half as fresh.</summary>
    private const double HalfFreshDays = 14;

    private const double HeadWeight = 3;
    private const double HeadPrefixWeight = 2;
    private const double PhraseWeight = 1;

    /// <summary>0 where no word is found, at most 10.</summary>
    public static double Of(StoredArticle stored, IReadOnlyList<string> words, DateTimeOffset now)
    {
        var article = stored.Article;
        var head = SearchTerms.HeadWords(article.Headline, article.Text).ToList();
        var text = SearchWords.In(article.Text[..Math.Min(article.Text.Length, Opening)]).ToList();
        var relevance = words.Count == 0 ? 1 : words.Average(word => OfWord(word, head, text)) + (words.Count > 1 && (Stand(words, head) || Stand(words, text)) ? PhraseWeight : 0);
        var ageDays = Math.Max(0, (now - stored.DatedAt).TotalDays);
        return relevance * (1 + (HalfFreshDays / (HalfFreshDays + ageDays)));
    }

    private static double OfWord(string word, List<string> head, List<string> text)
    {
        var inHead = head.Contains(word, StringComparer.Ordinal) ? HeadWeight : head.Exists(it => it.StartsWith(word, StringComparison.Ordinal)) ? HeadPrefixWeight : 0;
        var count = text.Count(it => it.StartsWith(word, StringComparison.Ordinal));
        return inHead + (count / (count + 2.0)); // the tenth time says little more than the third
    }

    /// <summary>Whether the words stand one behind the other.</summary>
    private static bool Stand(IReadOnlyList<string> words, List<string> text)
    {
        for (var i = 0; i + words.Count <= text.Count; i++)
        {
            var at = i;
            if (words.Select((word, j) => string.Equals(text[at + j], word, StringComparison.Ordinal)).All(isSame => isSame))
            {
                return true;
            }
        }

        return false;
    }
}
