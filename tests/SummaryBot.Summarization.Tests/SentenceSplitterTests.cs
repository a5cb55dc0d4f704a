using CsCheck;
using SummaryBot.Summarization.Text;

namespace SummaryBot.Summarization.Tests;

public sealed class SentenceSplitterTests
{
    private const string Marks = " \n\r\t.!?\"'()[]«»“”aAbBcI1-•。\u00A0…\u200B\uD800";

    private static readonly string?[] Languages = [null, "en", "de", "ru", "fr", "hy", "el", "ja", "xx"];

    [Theory]
    [InlineData("One came. Two left.", "One came.|Two left.")]
    [InlineData("Mr. Smith met Dr. Jones. They spoke.", "Mr. Smith met Dr. Jones.|They spoke.")]
    [InlineData("The U.S. embassy opened at 5 p.m. on Monday. It was full.", "The U.S. embassy opened at 5 p.m. on Monday.|It was full.")]
    [InlineData("He came from the U.S. The road was long.", "He came from the U.S.|The road was long.")]
    [InlineData("It cost $3.50. Nobody paid.", "It cost $3.50.|Nobody paid.")]
    [InlineData("It rose 3.5 percent in No. 10 Downing Street. Fine.", "It rose 3.5 percent in No. 10 Downing Street.|Fine.")]
    [InlineData("J. K. Rowling wrote it. Good.", "J. K. Rowling wrote it.|Good.")]
    [InlineData("\"Why?\" she asked. \"No reason.\" He left.", "\"Why?\" she asked.|\"No reason.\"|He left.")]
    [InlineData("“Stop!” he said. She did.", "“Stop!” he said.|She did.")]
    [InlineData("It ended in death.The police came.", "It ended in death.|The police came.")]
    [InlineData("See example.com or www.Example.Com today. Then call.", "See example.com or www.Example.Com today.|Then call.")]
    [InlineData("He waited... and left. Then... She came.", "He waited... and left.|Then...|She came.")]
    [InlineData("It was late (he had slept. Badly.) and cold. So what?", "It was late (he had slept. Badly.) and cold.|So what?")]
    [InlineData("Really?! Yes.", "Really?!|Yes.")]
    [InlineData("Acme Inc. said so. Acme Inc. The end.", "Acme Inc. said so.|Acme Inc.|The end.")]
    [InlineData("A heading\n\nThe text begins. It ends.", "A heading|The text begins.|It ends.")]
    [InlineData("A line that was wrapped by a program in the middle of\na sentence. Next.", "A line that was wrapped by a program in the middle of\na sentence.|Next.")]
    [InlineData("これは文です。次の文です。", "これは文です。|次の文です。")]
    [InlineData("1. First item. 2. Second item.", "1. First item.|2. Second item.")]
    [InlineData("To buy: a) an apple b) a pear c) plums", "To buy: a) an apple b) a pear c) plums")]
    [InlineData("i) One came. ii) Two left.", "i) One came.|ii) Two left.")]
    [InlineData("• apples\n• pears and plums", "• apples|• pears and plums")]
    [InlineData("\"We lost it all. We are alive,\" she said. He nodded.", "\"We lost it all. We are alive,\" she said.|He nodded.")]
    [InlineData("\"Is it safe?\" Mr. Hale asked. \"Is it?\" The guide nodded.", "\"Is it safe?\" Mr. Hale asked.|\"Is it?\"|The guide nodded.")]
    [InlineData("Acme Inc. Sen. Wells owns it. The U.S. Sen. Wells left.", "Acme Inc.|Sen. Wells owns it.|The U.S. Sen. Wells left.")]
    [InlineData("It is at 5 p.m. Monday. It ends on Friday at 6 p.m. Smith left.", "It is at 5 p.m. Monday.|It ends on Friday at 6 p.m.|Smith left.")]
    [InlineData("BAKU, March 30 - It rose. LONDON (Agency) -- It fell.", "BAKU, March 30 - It rose.|LONDON (Agency) -- It fell.")]
    [InlineData("It was ... odd. It ended. ... He left.", "It was ... odd.|It ended. ...|He left.")]
    [InlineData("He died.[1][2] She lived in a consultation.11 Then he left.", "He died.[1][2]|She lived in a consultation.11|Then he left.")]
    [InlineData("It ended.”Then he left. See Booking.Com now.", "It ended.”|Then he left.|See Booking.Com now.")]
    [InlineData("One came.\u200B Two\u00A0left.\u00A0Three.", "One came.\u200B|Two\u00A0left.|Three.")]
    [InlineData("features\r\ncontacts\r\n\r\nThe text begins.", "features|contacts|The text begins.")]
    [InlineData("Heading\r\nOne came.\u2029two left\u0085Three", "Heading|One came.|two left|Three")]
    public void English_news_is_split_where_a_reader_would(string text, string sentences) =>
        Assert.Equal(sentences.Split('|'), Sentences(text, "en"));

    [Theory]
    [InlineData("de", "Am 3. März kam Dr. Müller. Er ging.", "Am 3. März kam Dr. Müller.|Er ging.")]
    [InlineData("de", "Siehe Seite 12. Wasser, z. B. Regen, fiel in der Lindenstr. 7.", "Siehe Seite 12.|Wasser, z. B. Regen, fiel in der Lindenstr. 7.")]
    [InlineData("ru", "В 2003 г. Москва росла. Он жил на ул. Ленина.", "В 2003 г. Москва росла.|Он жил на ул. Ленина.")]
    [InlineData("ru", "Завод построен в 1956 г. Книгу, т. е. роман, написал А. С. Пушкин.", "Завод построен в 1956 г.|Книгу, т. е. роман, написал А. С. Пушкин.")]
    [InlineData("uk", "Він живе на вул. Шевченка у м. Львові. Вона ні.", "Він живе на вул. Шевченка у м. Львові.|Вона ні.")]
    [InlineData("es", "El Sr. Gil está en EE. UU. desde ayer. ¿Por qué? ¡Quién sabe!", "El Sr. Gil está en EE. UU. desde ayer.|¿Por qué?|¡Quién sabe!")]
    [InlineData("fr", "« Qui paie ? » M. Le Goff partit. « Moi. » Il rit.", "« Qui paie ? »|M. Le Goff partit.|« Moi. »|Il rit.")]
    [InlineData("it", "L'avv. Neri parla con il dott. Sala. Poi esce.", "L'avv. Neri parla con il dott. Sala.|Poi esce.")]
    [InlineData("pt-BR", "Mora na R. Nova há anos. Por quê?", "Mora na R. Nova há anos.|Por quê?")]
    [InlineData("pt", "O Sr. Lima mora no n.º 10. A Dra. Reis não.", "O Sr. Lima mora no n.º 10.|A Dra. Reis não.")]
    [InlineData("nl", "Dhr. Bos en mevr. Vos, d.w.z. wij, kwamen. ...en toen niets.", "Dhr. Bos en mevr. Vos, d.w.z. wij, kwamen.|...en toen niets.")]
    [InlineData("pl", "W 2003 r. Polska rosła. To tzw. Złoty Most przy ul. Portowej.", "W 2003 r. Polska rosła.|To tzw. Złoty Most przy ul. Portowej.")]
    [InlineData("tr", "Takım 2. Lig'de. Prof. Dr. Kaya geldi.", "Takım 2. Lig'de.|Prof. Dr. Kaya geldi.")]
    [InlineData("az", "Prof. Quliyev, Liman küç. 10-da yaşayır. O gəldi.", "Prof. Quliyev, Liman küç. 10-da yaşayır.|O gəldi.")]
    [InlineData("hy", "Մութ է: Գները աճել են 3.5 տոկոսով։ Ոչինչ:", "Մութ է:|Գները աճել են 3.5 տոկոսով։|Ոչինչ:")]
    [InlineData("el", "Γιατί; Ο κ. Παππάς ήρθε.", "Γιατί;|Ο κ. Παππάς ήρθε.")]
    [InlineData("hi", "ए. पी. शर्मा आए। वे गए।", "ए. पी. शर्मा आए।|वे गए।")]
    [InlineData("ja", "「行く。帰る」と言った。３．２％だ！", "「行く。帰る」と言った。|３．２％だ！")]
    public void Languages_with_a_table_have_their_own_abbreviations(string language, string text, string sentences) =>
        Assert.Equal(sentences.Split('|'), Sentences(text, language));

    [Fact]
    public void A_language_that_nobody_names_is_known_by_its_words()
    {
        const string Text = "В 2003 г. Москва выросла, и это было не все, что он для нее сделал. Он жил на ул. Ленина.";
        Assert.Equal(Sentences(Text, "ru"), Sentences(Text, null));
        Assert.NotEqual(Sentences(Text, "en"), Sentences(Text, null));
    }

    [Fact]
    public void Of_any_text_the_sentences_are_in_order_trimmed_and_leave_nothing_but_white_space_between() =>
        Gen.Select(Gen.OneOf(Gen.String, Gen.String[Gen.Char[Marks], 0, 200], Gen.String[Gen.Char, 0, 50]), Gen.Int[0, Languages.Length - 1]).Sample(
            (text, language) =>
            {
                var at = 0;
                foreach (var span in SentenceSplitter.Split(text, Languages[language]))
                {
                    Assert.True(span.Start >= at && span.Length > 0);
                    Assert.True(string.IsNullOrWhiteSpace(text[at..span.Start]));
                    Assert.False(char.IsWhiteSpace(text[span.Start]) || char.IsWhiteSpace(text[span.End - 1]));
                    at = span.End;
                }

                Assert.True(string.IsNullOrWhiteSpace(text[at..]));
            },
            iter: 50_000);

    [Fact]
    public void An_empty_line_parts_texts_that_are_split_as_if_they_stood_alone() =>
        Gen.Select(Gen.String[Gen.Char[Marks], 0, 60], Gen.String[Gen.Char[Marks], 0, 60], Gen.Int[1, Languages.Length - 1]).Sample(
            (first, second, language) =>
            {
                var together = Sentences(first.Trim() + "\n\n" + second.Trim(), Languages[language]);
                Assert.Equal([.. Sentences(first.Trim(), Languages[language]), .. Sentences(second.Trim(), Languages[language])], together);
            },
            iter: 20_000);

    /// <summary>What is quadratic takes hours here; the limit is wide for the sake of slow machines.</summary>
    [Theory]
    [InlineData("a")]
    [InlineData("a ")]
    [InlineData("a. ")]
    [InlineData("A. ")]
    [InlineData("p.m. Monday ")]
    [InlineData("1. ")]
    [InlineData("(a. ")]
    [InlineData("\"a. ")]
    [InlineData("'a. ")]
    [InlineData("«")]
    [InlineData(")")]
    [InlineData(".")]
    [InlineData(" . .")]
    [InlineData("a\n")]
    [InlineData("a\r\n ")]
    [InlineData(".\n\u00A0 ")]
    [InlineData("\u200B")]
    [InlineData("\uD800")]
    [InlineData("- ")]
    [InlineData(".1[1] ")]
    public void Ten_megabytes_of_anything_take_no_more_than_moments(string pattern)
    {
        var text = string.Concat(Enumerable.Repeat(pattern, 10_000_000 / pattern.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        SentenceSplitter.Split(text, "en");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    private static List<string> Sentences(string text, string? language) =>
        [.. SentenceSplitter.Split(text, language).Select(span => text[span.Start..span.End])];
}
