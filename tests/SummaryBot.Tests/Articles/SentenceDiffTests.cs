using CsCheck;
using SummaryBot.Articles;
using SummaryBot.Summarization.Text;

namespace SummaryBot.Tests.Articles;

public sealed class SentenceDiffTests
{
    private static readonly string[] Pool =
    [
        "The harbor opened on Monday.", "Ships came from three countries.", "\"It is a great day,\" said the mayor.", "Dr. Lee was there at 5 p.m. on Tuesday.",
        "Nobody was hurt!", "Who paid?", "The cost was $3.5 million.", "Rain fell.",
    ];

    [Fact]
    public void Added_and_removed_sentences_are_named_word_for_word()
    {
        var diff = SentenceDiff.Of($"{Pool[0]} {Pool[1]}\n\n{Pool[4]}", $"{Pool[0]} {Pool[5]}\n\n{Pool[4]} {Pool[6]}", "en");
        Assert.Equal([Pool[5], Pool[6]], diff.Added);
        Assert.Equal([Pool[1]], diff.Removed);
    }

    [Fact]
    public void White_space_and_moved_sentences_are_no_change()
    {
        Assert.True(SentenceDiff.Of($"{Pool[0]} {Pool[1]}", $"{Pool[1]}\n\n{Pool[0].Replace(" ", " \t ", StringComparison.Ordinal)}", null).IsEmpty);
        Assert.True(SentenceDiff.Of("", " \n", null).IsEmpty);
    }

    [Fact]
    public void One_letter_is_a_change() =>
        Assert.Equal("+It cost 30 million. -It cost 3 million.", Text(SentenceDiff.Of("It cost 3 million. Rain fell.", "It cost 30 million. Rain fell.", "en")));

    [Fact]
    public void A_sentence_that_is_said_once_more_was_added_once() =>
        Assert.Equal("+Rain fell.", Text(SentenceDiff.Of("Rain fell. Nobody was hurt!", "Rain fell. Rain fell. Nobody was hurt!", "en")));

    [Fact]
    public void A_diff_makes_the_new_sentences_of_the_old_ones() =>
        Gen.Select(Texts, Texts).Sample(
            (before, after) =>
            {
                var diff = SentenceDiff.Of(before, after, "en");
                var sentences = Sentences(before);
                Assert.All(diff.Removed, sentence => Assert.True(sentences.Remove(sentence)));
                sentences.AddRange(diff.Added);
                Assert.Equal(Sentences(after).Order(StringComparer.Ordinal), sentences.Order(StringComparer.Ordinal));
                Assert.Empty(diff.Added.Intersect(diff.Removed, StringComparer.Ordinal));
            },
            iter: 5_000);

    private static Gen<string> Texts { get; } = Gen.OneOf(
        Gen.Int[0, Pool.Length - 1].Select(i => Pool[i]).Array[0, 10].Select(sentences => string.Join(' ', sentences)),
        Gen.String[Gen.Char.AlphaNumeric, 0, 5].Array[0, 10].Select(words => string.Join(". ", words)));

    private static string Text(SentenceDiff diff) =>
        string.Join(' ', diff.Added.Select(sentence => $"+{sentence}").Concat(diff.Removed.Select(sentence => $"-{sentence}")));

    private static List<string> Sentences(string text) =>
        [.. SentenceSplitter.Split(text, "en").Select(span => string.Join(' ', text[span.Start..span.End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
}
