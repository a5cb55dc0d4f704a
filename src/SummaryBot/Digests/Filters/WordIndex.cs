namespace SummaryBot.Digests.Filters;

/// <summary>Where the words of texts stand, so that words are found without reading the texts again.</summary>
internal sealed class WordIndex
{
    /// <summary>Between two texts, which no row of words crosses.</summary>
    private const int Gap = -1;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _texts = []; // of each word by its number
    private readonly List<int> _last = []; // the last place of each word
    private readonly List<int> _places = []; // the number of the word at each place
    private readonly List<int> _before = []; // for each place, the one before with the same word; negative where there is none
    private string[]? _sorted;

    public WordIndex() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The place where the next text begins.</summary>
    public int End => _places.Count;

    public void Add(string text)
    {
        var folded = WordReader.Fold(text);
        var at = 0;
        while (WordReader.Next(folded, ref at) is { Length: > 0 } word)
        {
            if (!_lookup.TryGetValue(word, out var number))
            {
                number = _texts.Count;
                _texts.Add(word.ToString());
                _numbers.Add(_texts[number], number);
                _last.Add(Gap);
            }

            _before.Add(_last[number]);
            _last[number] = _places.Count;
            _places.Add(number);
        }

        _before.Add(Gap);
        _places.Add(Gap);
    }

    /// <summary>How often words stand in a row between two places, counted up to a limit.</summary>
    public int Count(FilterWords words, int start, int end, int most)
    {
        if (!words.Any || start == end)
        {
            return 0;
        }

        var anchor = words.Words[words.Anchor];
        if (!anchor.IsBeginning)
        {
            return _numbers.TryGetValue(anchor.Text, out var number) ? CountFrom(number, words, start, end, most) : 0;
        }

        var count = 0;
        for (var i = FirstFrom(anchor.Text); i < _sorted!.Length && count < most && _sorted[i].StartsWith(anchor.Text, StringComparison.Ordinal); i++)
        {
            count += CountFrom(_numbers[_sorted[i]], words, start, end, most - count);
        }

        return count;
    }

    private int CountFrom(int number, FilterWords words, int start, int end, int most)
    {
        var count = 0;
        for (var place = _last[number]; place >= start && count < most; place = _before[place])
        {
            count += place < end && StandAt(place - words.Anchor, words.Words, start, end) ? 1 : 0;
        }

        return count;
    }

    private bool StandAt(int place, IReadOnlyList<FilterWord> words, int start, int end)
    {
        if (place < start || place + words.Count > end)
        {
            return false;
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (!Is(_places[place + i], words[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool Is(int number, FilterWord word) => number != Gap
        && (word.IsBeginning ? _texts[number].StartsWith(word.Text, StringComparison.Ordinal) : string.Equals(_texts[number], word.Text, StringComparison.Ordinal));

    private int FirstFrom(string beginning)
    {
        _sorted ??= [.. _texts.Order(StringComparer.Ordinal)];
        var found = Array.BinarySearch(_sorted, beginning, StringComparer.Ordinal);
        return found < 0 ? ~found : found;
    }
}
