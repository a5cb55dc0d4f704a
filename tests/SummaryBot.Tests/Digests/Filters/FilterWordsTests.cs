using SummaryBot.Digests.Filters;

namespace SummaryBot.Tests.Digests.Filters;

/// <summary>What a word is, and what finds it.</summary>
public sealed class FilterWordsTests
{
    [Theory]
    [InlineData("The harbor opened.", "harbor", true)]
    [InlineData("The harbor opened.", "harb", false)] // whole words
    [InlineData("The harbor opened.", "harb*", true)]
    [InlineData("The harbor opened.", "arbor*", false)]
    [InlineData("The harbor opened.", "harbor*", true)]
    [InlineData("The harbor opened.", "THE  Harbor", true)] // in a row, whatever the case and the space
    [InlineData("The harbor, opened", "harbor opened", true)]
    [InlineData("The harbor opened.", "the opened", false)]
    [InlineData("The old harbor opened", "old harb* open*", true)]
    [InlineData("The old harbor opened", "old* opened", false)]
    [InlineData("Sweden signs", "*", false)]
    [InlineData("a * b", "*", false)]
    [InlineData("anything", "", false)]
    [InlineData("anything ...", "...", false)]
    public void Words_are_found_whole_and_in_a_row(string text, string words, bool isFound) => Check(text, words, isFound);

    [Theory]
    [InlineData("They write C++ and Java", "C++", true)]
    [InlineData("They write C and Java", "C++", false)]
    [InlineData("They write C++ and Java", "C", true)]
    [InlineData("They write C# here", "c#", true)]
    [InlineData("AT&T rises", "at&t", true)]
    [InlineData("AT & T rises", "AT&T", true)]
    [InlineData("at t rises", "AT&T", false)]
    [InlineData("They don't know", "don't", true)]
    [InlineData("They don’t know", "don't", true)]
    [InlineData("The mayor's plan", "mayor", true)]
    [InlineData("Ankara'da toplantı", "Ankara", true)]
    [InlineData("l’école ferme", "école", true)]
    [InlineData("An e-mail came", "e-mail", true)]
    [InlineData("An e mail came", "e-mail", true)]
    [InlineData("An email came", "e-mail", false)]
    [InlineData("a state-of-the-art port", "art", true)]
    [InlineData("The U.S. agreed", "U.S.", true)]
    [InlineData("U.S agreed", "US", false)]
    [InlineData("1,000 people", "1.000", true)] // however a country writes it
    [InlineData("1 000 people", "1,000", true)]
    [InlineData("1000 people", "1,000", false)]
    [InlineData("grew by 1.5 %", "1.5%", true)]
    [InlineData("in 2026", "2026", true)]
    [InlineData("in 20261", "2026", false)]
    [InlineData("٢٠٢٦ سنة", "2026", true)]
    [InlineData("costs €50 now", "€50", true)]
    [InlineData("costs $50 now", "€50", false)]
    [InlineData("the #harbor tag by @port", "harbor", true)]
    [InlineData("the #harbor tag by @port", "@port", true)]
    [InlineData("fire 🔥 there", "🔥", true)]
    [InlineData("fire there", "🔥", false)]
    [InlineData("snake_case", "snake", true)]
    public void Signs_are_words_and_punctuation_parts_words(string text, string words, bool isFound) => Check(text, words, isFound);

    [Theory]
    [InlineData("IŞIK söndü", "ışık", true)]
    [InlineData("ışık söndü", "IŞIK", true)]
    [InlineData("İSTANBUL", "istanbul", true)]
    [InlineData("I\u0307stanbul", "istanbul", true)]
    [InlineData("Diyarbakır", "DIYARBAKIR", true)]
    [InlineData("Bakı şəhəri", "baki seheri", true)]
    [InlineData("Bakıda külək", "bakı", false)] // an ending without an apostrophe is another word
    [InlineData("Bakıda külək", "bakı*", true)]
    [InlineData("São Tomé", "sao tome", true)]
    [InlineData("Sao Tome", "São Tomé", true)]
    [InlineData("Cafe\u0301", "café", true)]
    [InlineData("STRASSE", "Straße", true)]
    [InlineData("Ёлка", "елка", true)]
    [InlineData("ΟΔΟΣ", "οδός", true)]
    [InlineData("مُحَمَّد", "محمد", true)]
    [InlineData("ﬁne ＡＢＣ", "fine abc", true)]
    [InlineData("har\u00ADbor", "harbor", true)]
    public void Letters_are_folded(string text, string words, bool isFound) => Check(text, words, isFound);

    [Theory]
    [InlineData("東京都で地震", "地震", true)]
    [InlineData("東京都で地震", "京地", false)]
    [InlineData("東京、都", "東京都", true)]
    [InlineData("iPhone15の発売", "iphone15", true)]
    [InlineData("がある", "か", false)] // half of a character
    [InlineData("か\u3099ある", "が", true)]
    [InlineData("กรุงเทพมหานคร", "กรุงเทพ", true)]
    [InlineData("ที่นี่", "ท", false)] // without its vowel and tone
    [InlineData("서울에서 지진", "서울", true)]
    [InlineData("각도", "가", false)]
    [InlineData("각도", "각*", true)]
    [InlineData("\U00020BB7野家の店", "\U00020BB7野家", true)]
    [InlineData("हिन्दी समाचार", "हिन्दी", true)]
    [InlineData("हिन्दी समाचार", "हिन", false)]
    public void Scripts_without_spaces_are_found_by_whole_characters(string text, string words, bool isFound) => Check(text, words, isFound);

    [Fact]
    public void Halves_of_characters_and_long_texts_do_no_harm()
    {
        var text = Filtering.Text("\uD83D harbor \uDD25" + new string('a', 200_000));
        Assert.True(text.Has(FilterField.Body, "harbor"));
        Assert.False(text.Has(FilterField.Body, "\uDD25b"));
        Assert.True(text.Has(FilterField.Body, "aaa*"));
    }

    private static void Check(string text, string words, bool isFound) => Assert.Equal(isFound, Filtering.Text(text).Has(FilterField.Any, words));
}
