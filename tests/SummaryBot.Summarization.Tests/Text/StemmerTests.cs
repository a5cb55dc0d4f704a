using CsCheck;
using SummaryBot.Summarization.Text;
using SummaryBot.Summarization.Text.Stemming;

namespace SummaryBot.Summarization.Tests.Text;

public sealed class StemmerTests
{
    [Theory]
    [InlineData("az", "şəhər şəhərin şəhərdə şəhərlər şəhərlərdən")]
    [InlineData("az", "nazir nazirin nazirlər nazirdən nazirliyi")]
    [InlineData("az", "il illər")]
    [InlineData("de", "haus häuser hauses häusern")]
    [InlineData("de", "regierung regierungen")]
    [InlineData("de", "neue neuer neuen neues")]
    [InlineData("en", "election elections")]
    [InlineData("en", "vote voted votes voting")]
    [InlineData("en", "sky skies")]
    [InlineData("es", "elección elecciones")]
    [InlineData("es", "nuevo nueva nuevos nuevas")]
    [InlineData("es", "luces luz")]
    [InlineData("fr", "national nationaux nationale nationales")]
    [InlineData("fr", "école écoles")]
    [InlineData("fr", "directeur directrice directeurs")]
    [InlineData("it", "fabbrica fabbriche")]
    [InlineData("it", "elezione elezioni")]
    [InlineData("it", "governo governi")]
    [InlineData("nl", "maan manen")]
    [InlineData("nl", "trein treinen")]
    [InlineData("nl", "man mannen")]
    [InlineData("nl", "moeilijkheid moeilijkheden")]
    [InlineData("pl", "rząd rządu rządowi rządem")]
    [InlineData("pl", "szkoła szkoły szkołę szkołach")]
    [InlineData("pt", "eleição eleições")]
    [InlineData("pt", "jornal jornais")]
    [InlineData("pt", "novo novos")]
    [InlineData("ru", "министр министра министру министром министры")]
    [InlineData("ru", "заявил заявила заявили")]
    [InlineData("ru", "новый новая новые новых новыми")]
    [InlineData("ru", "зелёный зеленый")]
    [InlineData("tr", "şehir şehirde şehirler şehirlerden")]
    [InlineData("tr", "bakan bakanı bakanın bakanlar bakanlara")]
    [InlineData("tr", "ev evler evlerde")]
    [InlineData("uk", "міністр міністра міністру міністром міністри")]
    [InlineData("uk", "заявив заявила заявили")]
    [InlineData("uk", "новий нова нові нових новими")]
    [InlineData("uk", "країна країни країні країною")]
    public void Forms_of_a_word_share_a_stem(string language, string forms) =>
        Assert.Single(forms.Split(' ').Select(form => Stem(form, language)).Distinct());

    [Theory]
    [InlineData("az", "nazir neft", "bakı bazar", "məktəb məhkəmə")]
    [InlineData("de", "haus hase", "regierung regen", "streit streik")]
    [InlineData("en", "news new", "police policy", "court courage")]
    [InlineData("es", "mesa mes", "ciudad cuidado", "pueblo puente")]
    [InlineData("fr", "marche marbre", "poisson boisson", "ministre ministère")]
    [InlineData("it", "casa caso", "prezzo prezioso", "banca banco")]
    [InlineData("nl", "brood broeder", "trein trui", "stem storm")]
    [InlineData("pl", "rząd rzeka", "sąd sad", "cena ocena")]
    [InlineData("pt", "porto ponto", "governo governador", "país paz")]
    [InlineData("ru", "город горох", "суд судно", "страна страх")]
    [InlineData("tr", "bakan banka", "ülke ülser", "hükümet hüseyin")]
    [InlineData("uk", "місто місяць", "уряд урок", "суд судно")]
    public void Other_words_keep_other_stems(string language, params string[] pairs) =>
        Assert.All(pairs.Select(pair => pair.Split(' ')), pair => Assert.NotEqual(Stem(pair[0], language), Stem(pair[1], language)));

    /// <summary>The published output of each algorithm.</summary>
    [Theory]
    [InlineData("en", "relational", "relat")]
    [InlineData("en", "happily", "happili")]
    [InlineData("en", "hopping", "hop")]
    [InlineData("en", "hoping", "hope")]
    [InlineData("en", "dying", "die")]
    [InlineData("en", "enjoy", "enjoy")]
    [InlineData("en", "generalizations", "gener")]
    [InlineData("ru", "вагоностроительство", "вагоностроительств")]
    [InlineData("ru", "важнейшие", "важн")]
    [InlineData("ru", "вагонов", "вагон")]
    [InlineData("ru", "противоестественном", "противоестествен")]
    [InlineData("fr", "investissement", "investi")]
    [InlineData("pt", "pequenas", "pequen")]
    [InlineData("es", "veces", "vez")]
    public void Stems_are_those_of_the_published_algorithm(string language, string word, string stem) => Assert.Equal(stem, Stem(word, language));

    [Fact]
    public void A_word_of_an_unknown_language_stays()
    {
        Assert.Equal("kaupungeissa", Stem("kaupungeissa", "fi"));
        Assert.Equal("ქალაქების", Stem("ქალაქების", null));
    }

    [Fact]
    public void Any_word_keeps_a_stem_within_its_length()
    {
        var words = Gen.OneOf(Gen.String, Gen.String[Gen.Char["aeiouylsnrtdgm"], 0, 12], Gen.String[Gen.Char["аеиоывнстлшюяєїйь"], 0, 12]);
        Gen.Select(words, Gen.Int[0, StopWords.Languages.Count - 1]).Sample((word, language) =>
        {
            var length = Stemmer.Stem(word.ToCharArray(), StopWords.Languages[language]);
            return word.Length == 0 ? length == 0 : length >= 1 && length <= word.Length;
        });
    }

    [Fact]
    public void A_word_of_ten_million_letters_is_no_trouble() =>
        Assert.All(StopWords.Languages, language => Assert.InRange(Stemmer.Stem(new string('y', 10_000_000).ToCharArray(), language), 1, 10_000_000));

    private static string Stem(string word, string? language)
    {
        var letters = word.ToCharArray();
        return new string(letters, 0, Stemmer.Stem(letters, language));
    }
}
