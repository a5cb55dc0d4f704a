using CsCheck;
using SummaryBot.Summarization.Text;

namespace SummaryBot.Summarization.Tests;

public sealed class SentenceSplitterTests
{
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
    public void English_news_is_split_where_a_reader_would(string text, string sentences) =>
        Assert.Equal(sentences.Split('|'), SentenceSplitter.Split(text, "en").Select(span => text[span.Start..span.End]));

    [Theory]
    [InlineData("de", "Am 3. März kam Dr. Müller. Er ging.", "Am 3. März kam Dr. Müller.|Er ging.")]
    [InlineData("ru", "В 2003 г. Москва росла. Он жил на ул. Ленина.", "В 2003 г. Москва росла.|Он жил на ул. Ленина.")]
    public void Languages_with_a_table_have_their_own_abbreviations(string language, string text, string sentences) =>
        Assert.Equal(sentences.Split('|'), SentenceSplitter.Split(text, language).Select(span => text[span.Start..span.End]));

    [Fact]
    public void Of_any_text_the_sentences_are_in_order_trimmed_and_leave_nothing_but_white_space_between() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char[" \n\t.!?\"'()[]aAbB1。\u00A0…"], 0, 200]).Sample(
            text =>
            {
                var at = 0;
                foreach (var span in SentenceSplitter.Split(text, null))
                {
                    Assert.True(span.Start >= at && span.Length > 0);
                    Assert.True(string.IsNullOrWhiteSpace(text[at..span.Start]));
                    Assert.False(char.IsWhiteSpace(text[span.Start]) || char.IsWhiteSpace(text[span.End - 1]));
                    at = span.End;
                }

                Assert.True(string.IsNullOrWhiteSpace(text[at..]));
            },
            iter: 20_000);
}
