namespace SummaryBot.Articles.Search;

/// <summary>Ways to look for words, the best finds first; a later one is taken where the earlier ones find too little.</summary>
/// <param name="Terms">All of them must be there.</param>
/// <param name="Need">When it is looked for at all.</param>
internal sealed record SearchStage(IReadOnlyList<SearchTerm> Terms, SearchNeed Need)
{
    /// <summary>A shorter beginning of a word is looked for in headlines alone.</summary>
    private const int MinPrefix = 3;

    public static IReadOnlyList<SearchStage> Of(IReadOnlyList<string> words, bool isTyping) => words.Count == 0
        ? [new SearchStage([], SearchNeed.Always)]
        : isTyping ? WhileTyping(words) : Typed(words);

    private static SearchStage[] Typed(IReadOnlyList<string> words) =>
    [
        new([.. words.Select(word => new SearchTerm(SearchTerms.Head(word)))], SearchNeed.Always),
        new([.. words.Select(Whole)], SearchNeed.Always),
        new([.. words.Select(Begun)], SearchNeed.TooFewFound),
    ];

    private static SearchStage[] WhileTyping(IReadOnlyList<string> words)
    {
        var before = words.SkipLast(1).Select(Whole).ToList();
        var last = words[^1];
        var inHeadline = last.Length <= SearchTerms.ShortPrefix
            ? new SearchTerm(SearchTerms.HeadPrefix(last))
            : new SearchTerm(SearchTerms.Head(last), IsPrefix: true);
        return
        [
            new([.. before, inHeadline], SearchNeed.Always),
            new([.. before, Begun(last)], SearchNeed.TooFewFound),
            new([.. words.Select(Begun)], SearchNeed.NothingFound),
        ];
    }

    private static SearchTerm Whole(string word) => new(word, IsPrefix: word.Length == 1 && SearchWords.IsJoined(word[0]));

    private static SearchTerm Begun(string word) => Whole(word) is { IsPrefix: true } whole ? whole : new(word, word.Length >= MinPrefix);
}

internal enum SearchNeed
{
    Always,

    /// <summary>Fewer than asked for were found before.</summary>
    TooFewFound,

    /// <summary>Nothing was found before: it costs much where words have common beginnings.</summary>
    NothingFound,
}
