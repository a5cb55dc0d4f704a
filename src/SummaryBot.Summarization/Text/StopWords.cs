using System.Collections.Frozen;

namespace SummaryBot.Summarization.Text;

/// <summary>Words that say nothing of what a text is about; they tell its language instead.</summary>
internal static class StopWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["en"] = "the a an and or but if of to in on at by for with from as is are was were be been being has have had do does did will would can could should may might "
            + "must not no nor so than then that this these those there here it its he she they we you i his her their our your my him them us me who whom which what when "
            + "where why how all any each both more most other some such only own same very also about after before between during into over under again just out up down off "
            + "said says say new one two",
        ["az"] = "və bir bu ilə üçün də da olan olub edib ki həm o onun kimi daha sonra görə isə artıq hər ən qədər tərəfindən olaraq edilib bildirib deyib",
        ["tr"] = "ve bir bu ile için de da olan olarak ki hem o onun gibi daha sonra göre ise her en kadar tarafından çok ama ancak olduğu dedi etti",
        ["ru"] = "и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было от меня о из ему когда для это этот при также что",
        ["uk"] = "і в у не що він на я з як а то все вона так його але та ти до ж ви за б по тільки її було від про із йому коли для це цей при також є",
        ["de"] = "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie",
        ["fr"] = "le la les de des du un une et en à est que qui dans pour par sur au aux avec ne pas plus ce cette il elle ils se son sa ses leur ont été a mais ou",
        ["es"] = "el la los las de del un una y en que es por para con no se su sus al lo como más pero o este esta ha fue son entre sobre también desde hasta",
        ["it"] = "il lo la i gli le di del della dei un una e in che è per con non si su al alla da come più ma o questo questa ha sono dal nel nella anche",
        ["pt"] = "o a os as de do da dos das um uma e em que é por para com não se no na nos nas ao à como mais mas ou este esta foi são entre sobre também até",
        ["nl"] = "de het een en van in is op te dat die met voor zijn niet aan er om ook als bij door naar uit dan maar nog werd heeft over tot hij ze wordt",
        ["pl"] = "i w na z się nie to że do jest o jak ale po od za przez dla jego jej ich był była są tym tego oraz także który która które przed już tylko",
    }.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.Split(' ').ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>The languages there is a list for, as ISO 639-1 codes in a fixed order.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. Lists.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The list of a language; empty where it is unknown.</summary>
    public static FrozenSet<string> Of(string? language) =>
        language is not null && Lists.TryGetValue(language, out var list) ? list : FrozenSet<string>.Empty;
}
