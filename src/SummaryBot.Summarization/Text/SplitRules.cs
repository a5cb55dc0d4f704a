using System.Buffers;

namespace SummaryBot.Summarization.Text;

/// <summary>What the splitter knows of a language: the marks that end its sentences, its abbreviations, the words that open a sentence.</summary>
internal sealed class SplitRules
{
    /// <summary>English titles stand in the news of every language.</summary>
    private const string Titles = " Mr Mrs Ms Dr Prof Mt Messrs vs";

    private const string Breaks = "\n\r\v\f\u0085\u2028\u2029";

    private readonly SearchValues<char> _terminators;
    private readonly SearchValues<char> _marks;
    private readonly SearchValues<char> _marksAndSpaces;

    private readonly WordSet _never;
    private readonly WordSet _numbers;
    private readonly WordSet _may;
    private readonly WordSet _opens;

    /// <param name="never">Abbreviations that a name or an example follows: they never end a sentence.</param>
    /// <param name="numbers">Abbreviations that do not end a sentence where a number follows: "No. 5".</param>
    /// <param name="may">Abbreviations that may end a sentence: they do where a word of <paramref name="opens"/> follows.</param>
    /// <param name="opens">Words that, with a capital, open a sentence and are no names.</param>
    /// <param name="terminators">The marks that end a sentence.</param>
    public SplitRules(string never, string numbers, string may, string opens, string terminators = Characters.Terminators)
    {
        _never = new WordSet(never + Titles);
        _numbers = new WordSet(numbers + " no nr n° nº №");
        _may = new WordSet(may);
        _opens = new WordSet(opens);
        _terminators = SearchValues.Create(terminators);
        _marks = SearchValues.Create(terminators + Breaks + Aside.Openers);
        _marksAndSpaces = SearchValues.Create(terminators + Breaks + Aside.Openers + " \t");
    }

    /// <summary>What ends a line, of any platform.</summary>
    public static SearchValues<char> LineBreaks { get; } = SearchValues.Create(Breaks);

    /// <summary>Whether the language writes a full stop behind ordinal numbers, as in "3. März".</summary>
    public bool HaveOrdinals { get; init; }

    /// <summary>Whether nouns are capitalized: a number behind one counts it, as in "Seite 12.", and is no ordinal.</summary>
    public bool HaveCapitalNouns { get; init; }

    /// <summary>What follows the number of a time, a year or a century ("5 p.m.", "2003 г."): ends a sentence that has not barely begun.</summary>
    public WordSet Dates { get; init; } = new("");

    /// <summary>How the names of streets end, in languages that write them as one word with "street": "Lindenstr. 12".</summary>
    public string? StreetSuffix { get; init; }

    /// <summary>The rules of a language; English serves where a language has none of its own.</summary>
    /// <param name="language">ISO 639-1 code, alone or with a region ("pt-BR"), or null.</param>
    public static SplitRules Of(string? language) => (language is [_, _, '-' or '_', ..] ? language[..2] : language) switch
    {
        "az" => SplitTables.Azerbaijani,
        "da" or "nb" or "nn" or "no" => SplitTables.Danish,
        "de" => SplitTables.German,
        "el" => SplitTables.Greek,
        "es" => SplitTables.Spanish,
        "fr" => SplitTables.French,
        "hy" => SplitTables.Armenian,
        "it" => SplitTables.Italian,
        "nl" => SplitTables.Dutch,
        "pl" => SplitTables.Polish,
        "pt" => SplitTables.Portuguese,
        "ru" or "be" or "bg" or "kk" => SplitTables.Russian,
        "tr" => SplitTables.Turkish,
        "uk" => SplitTables.Ukrainian,
        _ => SplitTables.English,
    };

    public static bool IsLineBreak(char c) => LineBreaks.Contains(c);

    public bool IsTerminator(char c) => _terminators.Contains(c);

    /// <summary>The next place that may matter to a sentence's end; inside a list, spaces do, for an item may follow them.</summary>
    public int NextMark(string text, int from, bool inList)
    {
        var to = text.AsSpan(from).IndexOfAny(inList ? _marksAndSpaces : _marks);
        return to < 0 ? text.Length : from + to;
    }

    public bool NeverEnds(ReadOnlySpan<char> word) => _never.Contains(word);

    public bool TakesNumbers(ReadOnlySpan<char> word) =>
        _numbers.Contains(word) || (StreetSuffix is not null && word.EndsWith(StreetSuffix, StringComparison.Ordinal));

    public bool MayEnd(ReadOnlySpan<char> word) => _may.Contains(word);

    /// <summary>Whether the word opens a sentence; one with a full stop is an abbreviation or an initial itself.</summary>
    public bool Opens(ReadOnlySpan<char> word)
    {
        var bare = word.TrimEnd(",;:?!…\"'”’»)");
        return _opens.Contains(bare[..WordEnd(bare)]);
    }

    /// <summary>"It's", "Aujourd'hui": what stands before the apostrophe or the hyphen is enough.</summary>
    private static int WordEnd(ReadOnlySpan<char> word) => word.IndexOfAny("'’-") is var at and > 0 ? at : word.Length;
}
