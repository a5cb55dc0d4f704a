namespace SummaryBot.Summarization.Text.Stemming;

/// <summary>Turkish and Azerbaijani words without their last endings, cut to their first letters.</summary>
/// <remarks>
/// F. Can et al., "Information retrieval on Turkish texts", JASIST 59, 2008: the first five letters of a word serve as well as a full analysis. Taking off case,
/// possession and number before the cut brings short words together too ("ev", "evlerde"); so the cut may leave six letters, which keep more words apart.
/// </remarks>
internal sealed class TurkicStemmer
{
    private const int MostLetters = 6, MostEndings = 3;

    private readonly string[] _endings;

    private TurkicStemmer(string endings) => _endings = endings.Split(' ');

    public static TurkicStemmer Turkish { get; } = new(
        "lar ler ı i u ü yı yi yu yü nı ni nu nü a e ya ye na ne da de ta te nda nde dan den tan ten ndan nden ın in un ün nın nin nun nün yla yle la le sı si su sü "
        + "ım im um üm mız miz muz müz ımız imiz umuz ümüz nız niz nuz nüz ınız iniz unuz ünüz dır dir dur dür tır tir tur tür dı di du dü tı ti tu tü daki deki taki teki ki "
        + "mış miş muş müş yor ıyor iyor uyor üyor acak ecek yacak yecek arak erek yarak yerek ıp ip up üp dığı diği duğu düğü tığı tiği ması mesi mak mek");

    public static TurkicStemmer Azerbaijani { get; } = new(
        "lar lər ı i u ü nı ni nu nü a ə ya yə na nə da də nda ndə dan dən ndan ndən ın in un ün nın nin nun nün la lə yla ylə sı si su sü "
        + "ım im um üm mız miz muz müz ımız imiz umuz ümüz nız niz nuz nüz ınız iniz unuz ünüz dır dir dur dür dı di du dü dakı dəki kı ki "
        + "mış miş muş müş ır ir ur ür acaq əcək yacaq yəcək araq ərək yaraq yərək ıb ib ub üb yıb yib yub yüb dığı diyi duğu düyü ması məsi maq mək");

    /// <summary>Stems a lower-case word in place and returns its new length.</summary>
    public int Stem(ReadOnlySpan<char> word)
    {
        for (var taken = 0; taken < MostEndings; taken++)
        {
            var ending = Letters.LongestEnding(word, _endings);
            if (ending == 0 || word.Length - ending < Least(ending))
            {
                break;
            }

            word = word[..^ending];
        }

        return Math.Min(word.Length, MostLetters);
    }

    /// <summary>The shorter an ending, the more often it is part of the word; yet one vowel is the commonest ending of all.</summary>
    private static int Least(int ending) => ending switch
    {
        1 => 3,
        2 => 4,
        _ => 2,
    };
}
