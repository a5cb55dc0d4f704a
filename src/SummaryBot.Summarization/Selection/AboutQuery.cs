using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Models;

namespace SummaryBot.Summarization.Selection;

/// <summary>What somebody asks about, as terms of the text: the same words, casing and stems.</summary>
internal sealed class AboutQuery
{
    /// <summary>What stands behind these is not read.</summary>
    private const int MostCharacters = 400;
    private const int MostTerms = 12;

    /// <summary>How much a word counts that is akin to the one asked for.</summary>
    private const float Akin = 0.7f;

    /// <summary>Akin are stems that begin alike and stand in like company: economy and economic, China and Chinese.</summary>
    private const int LeastCommon = 4;
    private const float LeastLikeness = 0.7f;

    /// <summary>The shortest word that is sought in compounds.</summary>
    private const int LeastInCompound = 5;

    private readonly string? _language;
    private readonly Tokenizer _tokenizer;
    private readonly List<(int Place, float Strength)> _known = [];

    /// <param name="about">What is asked.</param>
    /// <param name="language">The text's, as an ISO 639-1 code; null where unknown.</param>
    /// <param name="tokenizer">The one that reads the text after this.</param>
    public AboutQuery(string about, string? language, Tokenizer tokenizer)
    {
        (_language, _tokenizer) = (language, tokenizer);
        var tokens = tokenizer.Read(Opening(about)).Tokens;
        IsStopOnly = Array.TrueForAll(tokens, term => tokenizer.IsStop[term]);
        var asked = tokens.Index().Where(token => IsStopOnly || !tokenizer.IsStop[token.Item]).ToList();
        Terms = [.. asked.Select(token => token.Item).Distinct().Take(MostTerms)];
        Pairs =
        [
            .. asked.Zip(asked.Skip(1), (one, next) => (First: Array.IndexOf(Terms, one.Item), Second: Array.IndexOf(Terms, next.Item), Distance: next.Index - one.Index))
                .Where(pair => pair is { First: >= 0, Second: >= 0 }).Distinct(),
        ];
    }

    /// <summary>The distinct terms asked for: not the stop words, unless there is nothing else.</summary>
    public int[] Terms { get; }

    /// <summary>Places of terms that follow each other in the question, and how many words further the second is.</summary>
    public (int First, int Second, int Distance)[] Pairs { get; }

    public bool IsStopOnly { get; }

    /// <summary>Two to four words in a row, which may be a name.</summary>
    public bool MayBeName => Pairs.Length is >= 1 and <= 3 && Pairs.Length == Terms.Length - 1 && Array.TrueForAll(Pairs, pair => pair.Distance == 1);

    /// <summary>How rare each term is in news.</summary>
    public float[] Rarity() => Array.ConvertAll(Terms, term => _language is "en" ? TrainedModels.Default.Vocabulary.IdfOf(_tokenizer.Terms[term]) : 1f);

    /// <returns>Which of the terms asked for a term of the text stands for, -1 for none; and how much, above 0 to 1.</returns>
    public (int Place, float Strength) Find(int term)
    {
        while (_known.Count <= term)
        {
            _known.Add(Compare(_known.Count));
        }

        return _known[term];
    }

    /// <summary>A long question as far as whole words go.</summary>
    private static ReadOnlySpan<char> Opening(string about)
    {
        if (about.Length <= MostCharacters)
        {
            return about;
        }

        var opening = about.AsSpan(0, MostCharacters);
        var space = opening.LastIndexOf(' ');
        return space > 0 ? opening[..space] : opening;
    }

    private (int Place, float Strength) Compare(int term)
    {
        var place = Array.IndexOf(Terms, term);
        if (place >= 0 || IsStopOnly || _tokenizer.IsStop[term])
        {
            return (place, 1);
        }

        place = Array.FindIndex(Terms, asked => IsAkin(_tokenizer.Terms[asked], _tokenizer.Terms[term]));
        return (place, Akin);
    }

    private bool IsAkin(string asked, string word) => _language switch
    {
        "en" => asked.Length >= LeastCommon && word.AsSpan().StartsWith(asked.AsSpan(0, LeastCommon), StringComparison.Ordinal)
            && TrainedModels.Default.Vocabulary.Likeness(asked, word) >= LeastLikeness,
        "de" or "nl" => asked.Length >= LeastInCompound
            && (word.StartsWith(asked, StringComparison.Ordinal) || word.EndsWith(asked, StringComparison.Ordinal)),
        "zh" or "ja" or "th" => word.Contains(asked, StringComparison.Ordinal), // no spaces stand between words
        _ => false,
    };
}
