using System.Numerics;

namespace SummaryBot.Summarization.Text;

/// <summary>Guesses a text's language by its script, its stop words, its letters and the endings of its words.</summary>
/// <remarks>
/// Every word votes for the languages that know it, the more the fewer they are, and against those that lack one of its letters. Stop words as in
/// G. Grefenstette, "Comparing two language identification schemes", JADT 1995: they do as well as trigrams from a sentence on, and need no training text.
/// </remarks>
internal static class LanguageGuess
{
    /// <summary>More of a text tells nothing new.</summary>
    private const int Sample = 2000;

    private const int LongestWord = 40, LongestEnding = 5, ShortestEnding = 2, LeastStem = 3;

    /// <summary>Votes of a word that is common or known, that ends as known, that has a telling letter, and against languages that lack one of its letters;
    /// these count twice in a word without a capital, which is no name.</summary>
    private const int CoreVotes = 120, KnownVotes = 80, EndingVotes = 36, LetterVotes = 24, MissingLetterVotes = -9;

    /// <summary>A text of a known language gets 15 to 60 votes a word.</summary>
    private const int LeastVotesPerWord = 6;

    /// <summary>Neighbors are rarer than the languages they are like.</summary>
    private const int NeighborPercent = 85;

    private static readonly Lazy<Table> Tables = new(() => new Table());

    /// <returns>An ISO 639-1 code: one of <see cref="StopWords.Languages"/>, or of a language with a script of its own; null where nothing fits.</returns>
    public static string? Of(string text)
    {
        var sample = text.AsSpan(0, Math.Min(Sample, text.Length));
        Span<int> votes = stackalloc int[LanguageClues.All.Count];
        votes.Clear();
        Span<char> word = stackalloc char[LongestWord];
        int words = 0, others = 0;
        for (var at = 0; at < sample.Length;)
        {
            var isName = char.IsUpper(sample[at]);
            var length = ReadWord(sample, ref at, word);
            if (length > 0)
            {
                words++;
                others += Vote(word[..length], isName, votes) ? 0 : 1;
            }
        }

        return 2 * others > words ? Script.LanguageOf(sample) : Winner(votes, words);
    }

    /// <summary>Reads letters in lower case, or passes over one that is none.</summary>
    private static int ReadWord(ReadOnlySpan<char> text, ref int at, Span<char> word)
    {
        var length = 0;
        for (; at < text.Length && length < word.Length && char.IsLetter(text[at]); at++)
        {
            word[length++] = char.ToLowerInvariant(text[at]);
        }

        at += length == 0 ? 1 : 0;
        return length;
    }

    /// <returns>Whether the word is Latin or Cyrillic.</returns>
    private static bool Vote(Span<char> word, bool isName, Span<int> votes)
    {
        var table = Tables.Value;
        var (able, isTelling) = table.Able(word);
        var weight = isName ? 1 : 2;
        Add(votes, table.Everyone & ~able, MissingLetterVotes * weight);
        if (isTelling)
        {
            Share(votes, able, LetterVotes * weight);
        }

        word.Replace('İ', 'i');
        var core = table.Core(word);
        var known = table.Knowing(word);
        if ((core | known) == 0)
        {
            Share(votes, table.Ending(word), EndingVotes);
        }

        Share(votes, core, CoreVotes);
        Add(votes, known & ~core, KnownVotes / Math.Max(1, BitOperations.PopCount(core | known)));
        return word[0] < 'Ԁ' && word[0] is not (>= 'Ͱ' and <= 'Ͽ');
    }

    private static void Share(Span<int> votes, ulong languages, int count)
    {
        if (languages != 0)
        {
            Add(votes, languages, count / BitOperations.PopCount(languages));
        }
    }

    private static void Add(Span<int> votes, ulong languages, int count)
    {
        for (; languages != 0; languages &= languages - 1)
        {
            votes[BitOperations.TrailingZeroCount(languages)] += count;
        }
    }

    private static string? Winner(ReadOnlySpan<int> votes, int words)
    {
        var (best, most) = (0, votes[0]);
        var isTie = false;
        for (var language = 1; language < votes.Length; language++)
        {
            var count = LanguageClues.All[language].Language is null ? votes[language] * NeighborPercent / 100 : votes[language];
            isTie = count == most || (isTie && count < most);
            (best, most) = count > most ? (language, count) : (best, most);
        }

        return !isTie && most > 0 && most >= LeastVotesPerWord * words ? LanguageClues.All[best].Language : null;
    }

    /// <summary>Sets of languages as bits, by word, ending and letter.</summary>
    private sealed class Table
    {
        private readonly Dictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> _core;
        private readonly Dictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> _words;
        private readonly Dictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> _endings;
        private readonly Dictionary<char, ulong> _letters;

        /// <summary>All languages.</summary>
        public ulong Everyone { get; } = ulong.MaxValue >> (64 - LanguageClues.All.Count);

        public Table()
        {
            var (core, words, endings, letters) = (Sets(), Sets(), Sets(), new Dictionary<char, ulong>());
            foreach (var (index, clues) in LanguageClues.All.Index())
            {
                var language = 1UL << index;
                Mark(core, clues.Core.Split(' '), language);
                Mark(words, [.. clues.Words.Split(' '), .. clues.Language is { } own ? StopWords.Read(own) : []], language);
                Mark(endings, clues.Endings.Split(' '), language);
                Mark(letters, (clues.IsCyrillic ? LanguageClues.Cyrillic : LanguageClues.Latin).Except(clues.Lacks).Concat(clues.Letters), language);
            }

            _core = core.GetAlternateLookup<ReadOnlySpan<char>>();
            _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
            _endings = endings.GetAlternateLookup<ReadOnlySpan<char>>();
            _letters = letters;
        }

        public ulong Core(ReadOnlySpan<char> word) => _core.TryGetValue(word, out var languages) ? languages : 0;

        public ulong Knowing(ReadOnlySpan<char> word) => _words.TryGetValue(word, out var languages) ? languages : 0;

        public ulong Ending(ReadOnlySpan<char> word)
        {
            for (var length = Math.Min(LongestEnding, word.Length - LeastStem); length >= ShortestEnding; length--)
            {
                if (_endings.TryGetValue(word[^length..], out var languages))
                {
                    return languages;
                }
            }

            return 0;
        }

        /// <summary>The languages that have all letters of the word, and whether one of its letters is not of the common alphabets.</summary>
        public (ulong Languages, bool IsTelling) Able(ReadOnlySpan<char> word)
        {
            var able = ulong.MaxValue;
            var isTelling = false;
            foreach (var letter in word)
            {
                able &= _letters.TryGetValue(letter, out var languages) ? languages : 0;
                isTelling |= letter is > 'z' and not (>= 'а' and <= 'я' and not ('ъ' or 'ы' or 'э'));
            }

            return (able, isTelling);
        }

        private static Dictionary<string, ulong> Sets() => new(StringComparer.Ordinal);

        private static void Mark<T>(Dictionary<T, ulong> sets, IEnumerable<T> members, ulong language)
            where T : notnull
        {
            foreach (var member in members)
            {
                sets[member] = sets.GetValueOrDefault(member) | language;
            }
        }
    }
}
