using System.Text;

namespace SummaryBot.Summarization.Tests;

/// <summary>Texts of megabytes. Measured, each takes less than a second; the bound leaves room for slow machines and still tells a cost that is not linear.</summary>
public sealed class LargeTextTests
{
    private const int Size = 10_000_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("The harbor opened a second terminal on Monday, Ada Lind said. ")]
    [InlineData("the harbor and the town and ")]
    [InlineData("harbor")]
    [InlineData("A b. ")]
    [InlineData("\"")]
    [InlineData("“A b. ")]
    [InlineData("'a ")]
    [InlineData("(")]
    [InlineData("[A b. ")]
    [InlineData("\n")]
    [InlineData("A\n")]
    [InlineData(". ")]
    [InlineData("- ")]
    [InlineData("\uD83D")]
    [InlineData("\u200B")]
    public void Ten_million_characters_of_anything_are_summarized_in_time(string repeated) =>
        AssertSwift(new StringBuilder(Size).Insert(0, repeated, Size / repeated.Length).ToString());

    [Fact]
    public void An_endless_sentence_in_which_no_word_returns_is_summarized_in_time() =>
        AssertSwift(string.Join(' ', Enumerable.Range(0, Size / 8).Select(Word)));

    [Fact]
    public void Endless_sentences_in_which_no_word_returns_are_summarized_in_time() => AssertSwift(string.Join(
        "\n\n", Enumerable.Range(0, 200).Select(sentence => string.Join(' ', Enumerable.Range(sentence * 6000, 6000).Select(Word)) + ".")));

    [Fact]
    public void A_summary_can_be_called_off()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => Summarizer.Summarize("One came. Two left.", new SummaryOptions(), source.Token));
        Assert.Throws<OperationCanceledException>(() => Summarizer.SummarizeSentences(["One came.", "Two left."], new SummaryOptions(), source.Token));
    }

    [Fact]
    public void A_summary_on_its_way_can_be_called_off()
    {
        var text = new StringBuilder().Insert(0, "\"A b,\" he said. ", 2_000_000).ToString();
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(30));
        Assert.Throws<OperationCanceledException>(() => Summarizer.Summarize(text, new SummaryOptions(), source.Token));
    }

    private static void AssertSwift(string text)
    {
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        var summary = Summarizer.Summarize(text, new SummaryOptions { Sentences = 12 });
        Assert.InRange(clock.GetElapsedTime(start), TimeSpan.Zero, Longest);
        Assert.Equal(Math.Min(12, summary.SentenceCount), summary.Sentences.Count);
    }

    private static string Word(int number) => string.Create(7, number, (word, n) =>
    {
        for (var i = 0; i < word.Length; i++, n /= 20)
        {
            word[i] = "bcdfghjklmnpqrstvwxz"[n % 20];
        }
    });
}
