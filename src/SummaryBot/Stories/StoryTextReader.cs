using System.Runtime.InteropServices;
using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Text;
using SummaryBot.Summarization.Text.Stemming;

namespace SummaryBot.Stories;

/// <summary>Reads the headline and the opening of an article: what a story is about stands there, and texts of any length compare alike.</summary>
internal sealed class StoryTextReader
{
    public const int Unit = 256;

    private const int MostTitleChars = 400, MostTextChars = 6000;
    private const int MostTitleWords = 40, LeadWords = 150, ShingledWords = 500;
    private const int ShingleLength = 5, LongestWord = 64, LeastStemmed = 4;
    private const int TitleUnits = 3;

    private readonly Dictionary<string, Tally> _tallies = new(StringComparer.Ordinal);
    private readonly List<uint> _words = [];
    private readonly string? _language;

    private readonly bool _capitalsAreNames;

    private StoryTextReader(string? language)
    {
        _language = language;
        _capitalsAreNames = language is not "de"; // all nouns have them
    }

    public static StoryText Read(StoryCandidate candidate)
    {
        var title = Cut(candidate.Headline ?? "", MostTitleChars);
        var text = Cut(candidate.Text, MostTextChars);
        var reader = new StoryTextReader(candidate.Language ?? LanguageGuess.Of($"{title}\n{text}"));
        reader.ReadPart(title, MostTitleWords, MostTitleWords, isTitle: true);
        if (!string.IsNullOrWhiteSpace(text))
        {
            reader._words.Clear(); // copies of one text often have other headlines
        }

        reader.ReadPart(text, LeadWords, ShingledWords, isTitle: false);
        return new StoryText(reader._language, reader.Terms(), reader.Shingles());
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    private void ReadPart(ReadOnlySpan<char> text, int mostTerms, int mostWords, bool isTitle)
    {
        var capitalsSayNothing = isTitle && IsTitleCase(text);
        var isFirst = true;
        var words = 0;
        for (var start = 0; start < text.Length && words < mostWords;)
        {
            var end = WordEnd.Of(text, start);
            if (end == start)
            {
                isFirst |= text[start] is '.' or '!' or '?' or ':' or '\n' or '…' or '•';
                start++;
                continue;
            }

            Add(text[start..end], words++ < mostTerms, isTitle, isFirst || capitalsSayNothing);
            isFirst = false;
            start = end;
        }
    }

    /// <summary>English headlines are often written With Capitals Throughout.</summary>
    private static bool IsTitleCase(ReadOnlySpan<char> title)
    {
        int words = 0, capitals = 0;
        for (var start = 0; start < title.Length;)
        {
            var end = WordEnd.Of(title, start);
            if (end - start >= LeastStemmed && char.IsLetter(title[start]))
            {
                words++;
                capitals += char.IsUpper(title[start]) ? 1 : 0;
            }

            start = Math.Max(end, start + 1);
        }

        return capitals > 2 && capitals * 4 >= words * 3;
    }

    private void Add(ReadOnlySpan<char> original, bool isTerm, bool isTitle, bool isFirst)
    {
        Span<char> lower = stackalloc char[LongestWord];
        lower = lower[..Casing.ToLower(original, lower, _language)];
        _words.Add(StableHash.Of(lower));
        var isFigure = char.IsDigit(lower[0]);
        if (!isTerm || (lower.Length == 1 && !isFigure && lower[0] < WordEnd.FirstIdeograph))
        {
            return;
        }

        var stops = StopWords.Of(_language);
        if (!isFigure && stops.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower))
        {
            return;
        }

        var stem = isFigure ? Figure.Normalize(lower) : Stem(lower);
        ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(_tallies, stem, out _);
        tally.Count(_capitalsAreNames ? original[0] : lower[0], isTitle, isFirst, isFigure);
    }

    private string Stem(Span<char> word) => (word.Length >= LeastStemmed ? word[..Stemmer.Stem(word, _language)] : word).ToString();

    private StoryTerm[] Terms()
    {
        var terms = _tallies.Select(pair => (Stem: pair.Key, pair.Value.Traits, Weight: 1 + PortableMath.Log(pair.Value.Units(TitleUnits))))
            .OrderBy(term => term.Stem, StringComparer.Ordinal).ToArray();
        var length = Math.Sqrt(terms.Sum(term => term.Weight * term.Weight));
        return Array.ConvertAll(terms, term => new StoryTerm(term.Stem, Math.Max(1, (int)Math.Round(Unit * term.Weight / length)), term.Traits));
    }

    private uint[] Shingles()
    {
        var shingles = new SortedSet<uint>();
        for (var start = 0; start + ShingleLength <= _words.Count; start++)
        {
            shingles.Add(StableHash.Of(CollectionsMarshal.AsSpan(_words).Slice(start, ShingleLength)));
        }

        return [.. shingles];
    }

    /// <summary>How often and how a stem was written.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct Tally
    {
        private int _inTitle;
        private int _inText;
        private int _capitals;
        private int _firstCapitals;
        private int _small;
        private bool _isFigure;

        public readonly TermTraits Traits => (_inTitle > 0 ? TermTraits.Title : TermTraits.None)
            | (_isFigure ? TermTraits.Figure : IsName ? TermTraits.Name : TermTraits.None);

        /// <summary>A word that only ever opens sentences is a name when it does so again and again.</summary>
        private readonly bool IsName => _capitals > _small || (_small == 0 && _firstCapitals > 1);

        public readonly int Units(int titleUnits) => (_inTitle * titleUnits) + _inText;

        public void Count(char first, bool isTitle, bool isFirst, bool isFigure)
        {
            _isFigure = isFigure;
            _inTitle += isTitle ? 1 : 0;
            _inText += isTitle ? 0 : 1;
            var isCapital = char.IsUpper(first);
            _capitals += isCapital && !isFirst ? 1 : 0;
            _firstCapitals += isCapital && isFirst ? 1 : 0;
            _small += char.IsLower(first) ? 1 : 0;
        }
    }
}
