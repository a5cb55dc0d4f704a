using System.Collections.Frozen;

namespace SummaryBot.Summarization.Text;

/// <summary>Words that carry a full stop of their own, and words that open a sentence behind one.</summary>
internal sealed class Abbreviations
{
    private static readonly Abbreviations English = new(
        never: "mr mrs ms dr prof gen sen rep gov lt col sgt capt cpl maj adm cmdr rev hon pres supt det insp st mt ft messrs mme mlle fr e.g i.e vs viz cf al",
        numbers: "no nos n° nº № fig figs p pp art arts sec vol ch para jan feb mar apr jun jul aug sep sept oct nov dec c ca approx",
        may: "inc corp ltd co bros jr sr ave blvd rd etc est jan feb mar apr jun jul aug sep sept oct nov dec dept univ assn ph.d",
        opens: "the a an he she it they we i you his her its their our this that these those there here in on at but and so if when while after before as for from with by "
            + "however meanwhile also what who why how where not no one some many most all both each every another such today yesterday yes police officials "
            + "did do does is are was were can could will would has have had should please let");

    private static readonly Abbreviations German = new(
        never: "dr prof hr fr st z.b d.h u.a i.d.r bzw ca vgl sog inkl evtl ggf dipl ing",
        numbers: "nr abs art s bd kap tel",
        may: "usw etc jr str a.d gmbh mio mrd",
        opens: "der die das ein eine er sie es wir ich in im am auf bei nach vor seit aber und doch dies diese dieser dieses wenn als",
        haveOrdinals: true);

    private static readonly Abbreviations Russian = new(
        never: "им ул пл пр проф акад тов гр рис см т.е т.н т.к св д р",
        numbers: "стр с п ст гл рис тел кв",
        may: "г гг в вв руб коп млн млрд тыс т.д т.п др пр",
        opens: "в на он она оно они мы я это этот эта эти по при из для но и а так как что кто где когда после до");

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _days = Words(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november "
        + "december est gmt bst edt pst pdt utc et");

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _never;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _numbers;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _may;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _opens;

    private Abbreviations(string never, string numbers, string may, string opens, bool haveOrdinals = false)
    {
        _never = Words(never);
        _numbers = Words(numbers);
        _may = Words(may);
        _opens = Words(opens);
        HaveOrdinals = haveOrdinals;
    }

    /// <summary>Whether the language writes a full stop behind ordinal numbers, as in "3. März".</summary>
    public bool HaveOrdinals { get; }

    /// <summary>English serves where a language has no table of its own.</summary>
    public static Abbreviations Of(string? language) => language switch
    {
        "de" => German,
        "ru" or "uk" => Russian,
        _ => English,
    };

    /// <summary>Titles and the like: a name or an example follows.</summary>
    public bool NeverEnd(ReadOnlySpan<char> word) => _never.Contains(word);

    /// <summary>"No. 5", or a month cut short before a day.</summary>
    public bool TakeNumbers(ReadOnlySpan<char> word) => _numbers.Contains(word);

    /// <summary>"Inc." may end a sentence or stand inside one.</summary>
    public bool MayEnd(ReadOnlySpan<char> word) => _may.Contains(word);

    /// <summary>A day, a month or a zone, in English: what follows "5 p.m." inside a sentence.</summary>
    public bool IsDay(ReadOnlySpan<char> word) => _days.Contains(Bare(word));

    /// <summary>Whether the word is one that, with a capital, opens a sentence.</summary>
    public bool Opens(ReadOnlySpan<char> word) => _opens.Contains(Bare(word));

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> word) => word.Trim("\"'“‘«(,;:?!.…”’»)");

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string list) =>
        list.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
