using System.Diagnostics;
using CsCheck;
using SummaryBot.Summarization.Reading;
using SummaryBot.Summarization.Text;

namespace SummaryBot.Summarization.Tests.Reading;

/// <summary>Needs are written one for a sentence: "." stands alone, a number is a sentence, "x" is never, "f" is furniture.</summary>
public sealed class ReadingRulesTests
{
    [Theory]
    [InlineData("Ann Lee left.|She came back in May.|Her house was sold.", ". 0 1")]
    [InlineData("The bridge over the river fell.|However, nobody was hurt.|This week it opens again.", ". 0 .")]
    [InlineData("Rain fell all day.|It is not clear whether the bridge will hold.|It was closed on Monday.", ". . 1")]
    [InlineData("Rain fell all day.|There were no trains.|There he met Ann Lee.|Those who stayed were saved.|Those were the lucky ones.", ". . 1 . 3")]
    [InlineData("Rain fell all day.|Both France and Spain sent help.|Both sides agreed.", ". . 1")]
    [InlineData("Rain fell all day.|In her speech, Ann Lee praised the town.|In her speech, she praised the town.|After that, the road was closed.", ". . 1 2")]
    [InlineData("He came late and left early.|Ann Lee wept all day.", "x .")]
    [InlineData("He may be 90, but Arnold Lee swims.|But the lake is cold.", ". 0")]
    [InlineData("LONDON (Reuters) - It was a cold day in May.|Rain fell all day.", ". .")]
    [InlineData("Scroll down for video.|He came late and left early.|Ann Lee wept all day.", "f x .")]
    [InlineData("So far nobody was hurt.|The former president spoke.|The latter was late again.", ". . 1")]
    [InlineData("Ann Lee left.|According to her, the bridge will hold.|According to her lawyer, Ann Lee will be back.", ". 0 .")]
    public void An_opening_that_leans_needs_the_sentence_before(string text, string needs) => Assert.Equal(needs, Needs(text, "en"));

    [Theory]
    [InlineData("\"The town is under water,\" Ann Lee said.|\"We lost all that we had here.\"", ". 0")]
    [InlineData("Ann Lee wept all day.|\"The town is under water,\" she said.", ". 0")]
    [InlineData("Rain fell all day.|\"The town is under water,\" she said.", ". x")]
    [InlineData("Ann Lee wept all day.|\"I was awed,\" she said.|\"Night Train\" won.", ". 0 .")]
    [InlineData("Ann Lee then said:|\"The whole town is under water today.\"", "1 0")]
    [InlineData("Rain fell all day.|\"The whole town is under water today.\"|Snow fell all night.", ". x .")]
    [InlineData("Rain fell all day.|\"We lost it all today.|Nobody helps us here.|The town is gone,\" Ann Lee said.", ". 2 3 .")]
    [InlineData("Ann Lee said: \"We lost it all.|Nobody helps us here.|The town is gone.\"", ". 0 1")]
    [InlineData("Ann Lee said: “We lost it all.|“Nobody helps us here.”|Rain fell all day.", ". 0 .")]
    [InlineData("'The town is under water,' Ann Lee said.|'We lost all that we had here.'", ". 0")]
    [InlineData("Ann Lee said: 'We lost it all, and the players' hopes too.|Nobody helps us here.'", ". 0")]
    [InlineData("''The town is under water,'' Ann Lee said.|``We lost all that we had here.''", ". 0")]
    [InlineData("The farmers' union met in town.|The '90s were good for 'em and the miners' union.", ". .")]
    [InlineData("The film \"Night Train\" opened in town.|A wall 6' 9\" high fell on the road.|Rain fell all day.", ". . .")]
    [InlineData("Ann Lee said the word \"water again.|Rain fell all day.|Snow fell \"at last\" in the town.", ". . .")]
    [InlineData("'Rain fell all day.|Snow fell.|\"We lost it all today.|Nobody helps us here,\" Ann Lee said.", ". f 3 .")]
    public void A_quotation_needs_the_words_that_name_its_speaker(string text, string needs) => Assert.Equal(needs, Needs(text, "en"));

    [Theory]
    [InlineData("All rights reserved worldwide.")]
    [InlineData("By Ann Lee and Tom Park")]
    [InlineData("PUBLISHED: 08:30 EST, 3 May 2031.")]
    [InlineData("08:30 EST, 3 May 2031.")]
    [InlineData("Reporting by Ann Lee; Editing by Tom Park")]
    [InlineData("(Photo by Ann Lee)")]
    [InlineData("Sign up for our newsletter to read on.")]
    [InlineData("We use cookies to make this site better.")]
    [InlineData("See pictures of the storm »")]
    [InlineData("READ MORE: Three bridges fall in a day")]
    [InlineData("The Daily Planet's Ann Lee contributed to this report.")]
    [InlineData("Subscribe to continue reading this story.")]
    [InlineData("Follow us on Twitter and Facebook.")]
    [InlineData("Share this article with a friend.")]
    [InlineData("E-mail to a friend .")]
    [InlineData("Updated")]
    [InlineData("Ann Lee in Port Alder, Tom Park in Norwell, Mary Hale in East Norwell, Peter Frost in New Alder, Ada Lind at the harbor of Old Norwell and Ellen Reeve in the town of Marsh Hill contributed to this report.")]
    public void Furniture_is_never_chosen(string sentence) => Assert.Equal(". f", Needs("Rain fell all day.|" + sentence, "en"));

    [Theory]
    [InlineData("(Read | Three bridges fall in a day) The town may now build a new one, Ann Lee said.")]
    [InlineData("ALSO READ| Three bridges fall in a dayThe town may now build a new one.")]
    [InlineData("Watch | Three bridges fall in a day")]
    public void What_leads_elsewhere_is_furniture(string sentence) => Assert.True(CorpusReadingTests.RulesOf([sentence]).IsFurniture(0));

    [Theory]
    [InlineData("By Friday the water had reached the town hall.")]
    [InlineData("The newspaper fights for its readers in court.")]
    [InlineData("For more than a year the bridge was closed.")]
    [InlineData("Privacy advocates went to court over the cameras.")]
    [InlineData("Reuters reported that the bridge was closed.")]
    [InlineData("The photo shows the bridge before the storm.")]
    public void News_that_speaks_of_such_things_is_no_furniture(string sentence) => Assert.Equal(". .", Needs("Rain fell all day.|" + sentence, "en"));

    [Theory]
    [InlineData("az", "Nazir Bakıya gəldi.|O, yeni layihədən danışdı.|Bu il yol açılacaq.|Bütün hüquqlar qorunur.", ". 0 . f")]
    [InlineData("tr", "Bakan Ankara'ya geldi.|Ancak toplantı ertelendi.|Bu yıl yol açılacak.|Tüm hakları saklıdır.", ". 0 . f")]
    [InlineData("ru", "Министр приехал в Баку.|Он рассказал о новом проекте.|«Дорога откроется в этом году», — сказал министр.|Все права защищены.", ". 0 . f")]
    [InlineData("uk", "Міністр приїхав до Києва.|Він розповів про новий проєкт.|«Дорогу відкриють цього року», — сказав міністр.|Усі права захищені.", ". 0 . f")]
    [InlineData("de", "Der Minister kam nach Berlin.|Er sprach über die neue Straße.|„Die Straße wird im Mai eröffnet“, sagte der Minister.|Alle Rechte vorbehalten.", ". 0 . f")]
    [InlineData("fr", "Le ministre est venu à Paris.|Il a parlé de la route.|Il y a deux routes en ville.|Tous droits réservés.", ". 0 . f")]
    [InlineData("es", "El ministro llegó a Madrid.|Sin embargo, la ruta sigue cerrada.|Esta semana se abre la ruta.|Todos los derechos reservados.", ". 0 . f")]
    [InlineData("it", "Il ministro è arrivato a Roma.|Inoltre la strada resta chiusa.|Questa settimana apre la strada.|Tutti i diritti riservati.", ". 0 . f")]
    [InlineData("pt", "O ministro chegou a Lisboa.|No entanto, a estrada está fechada.|Esta semana abre a estrada.|Todos os direitos reservados.", ". 0 . f")]
    public void Other_languages_have_their_plain_cases(string language, string text, string needs) => Assert.Equal(needs, Needs(text, language));

    [Fact]
    public void Of_an_unknown_language_only_quotations_are_held_together() =>
        Assert.Equal(". . 1 .", Needs("He plugh.|Xyzzy \"frotz plugh.|Plugh frotz.\"|This xyzzy.", null));

    [Fact]
    public void A_set_is_whole_only_with_all_that_its_sentences_need()
    {
        var rules = Rules("Ann Lee left.|She came back in May.|Rain fell all day.|Scroll down for video.", "en");
        Assert.True(rules.IsWhole([0, 1]));
        Assert.True(rules.IsWhole([2]));
        Assert.False(rules.IsWhole([1, 2]));
        Assert.False(rules.IsWhole([2, 3]));
        Assert.True(rules.IsFurniture(3));
    }

    [Fact]
    public void Any_text_has_rules_in_which_every_need_can_be_met() =>
        Gen.Select(Gen.Char["\"'“”‘’«»`: ,.\nHeSaid\uD800\u200B"].Array[0, 200], Gen.Int[0, 3].Select(n => new[] { "en", "de", "ru", null }[n])).Sample(
            (letters, language) =>
            {
                var text = new string(letters);
                var spans = SentenceSplitter.Split(text, language);
                var rules = ReadingRules.Of(text, spans, language);
                for (var i = 0; i < spans.Count; i++)
                {
                    var whole = CorpusReadingTests.Whole(rules, i);
                    Assert.True(whole is null ? rules.Needs(i) == ReadingRules.Never : rules.IsWhole(whole) && whole.All(j => Math.Abs(j - i) < spans.Count));
                    Assert.True(rules.Needs(i) is ReadingRules.Never or ReadingRules.Nothing || Math.Abs(rules.Needs(i) - i) == 1);
                }
            },
            iter: 20_000);

    [Theory]
    [InlineData("\"He said. ")]
    [InlineData("He was, ")]
    [InlineData("'So \"it ")]
    [InlineData("\"\"\"'''")]
    [InlineData("\uD800\u200B. ")]
    [InlineData("In ")]
    [InlineData("'as bs' cs' ")]
    [InlineData("\"\n")]
    public void A_hostile_text_of_megabytes_takes_no_more_than_its_length(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 2_000_000 / part.Length));
        var spans = SentenceSplitter.Split(text, "en");
        var clock = Stopwatch.StartNew();
        ReadingRules.Of(text, spans, "en");
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
    }

    [Theory]
    [InlineData("Ann Lee said: \"We lost it all.\n\n\"Nobody helps us.\"\n\nRain fell again.", ". 0 .")]
    [InlineData("Ann Lee said: \"We lost it all.\n\nRain fell again.\n\nThe \"Night Train\" stopped.", ". . .")]
    public void A_quotation_goes_on_in_the_next_paragraph_only_behind_a_mark(string text, string needs)
    {
        var rules = ReadingRules.Of(text, SentenceSplitter.Split(text, "en"), "en");
        Assert.Equal(needs, Written(rules));
    }

    private static string Needs(string text, string? language) => Written(Rules(text, language));

    private static string Written(ReadingRules rules)
    {
        return string.Join(' ', Enumerable.Range(0, rules.Count).Select(i => rules.IsFurniture(i) ? "f" : rules.Needs(i) switch
        {
            ReadingRules.Nothing => ".",
            ReadingRules.Never => "x",
            var need => FormattableString.Invariant($"{need}"),
        }));
    }

    private static ReadingRules Rules(string text, string? language) => CorpusReadingTests.RulesOf(text.Split('|'), language);
}
