using CsCheck;
using SummaryBot.Summarization.Text;

namespace SummaryBot.Summarization.Tests;

/// <summary>100,000 texts that no editor would write: nothing is cut, nothing throws, and each is summarized twice to the same bits.</summary>
public sealed class HostileTests
{
    private static readonly string[] Plain =
    [
        "The harbor of Port Alder opened on Monday", "Mr. Hale of the U.S. office met Dr. Ivers at 5 p.m. on Friday", "“We are glad,” the mayor, Ada Lind, said", "He left at once",
        "Prices rose by 3.5 per cent to $4.20 a kilo", "The ministry (which owns the line) will pay", "Der Zug kam am 3. März um 8 Uhr an", "Поезд прибыл в город в 2024 г", "Qatar axşam saat 8-də gəldi",
        "However, they did not agree", "«Мы рады», — сказала Анна Лунд", "Nobody knows why", "According to her, the bridge is safe", "Ships from J. K. Marsh & Co. carry 54,000 tons",
    ];

    private static readonly string[] Furniture =
    [
        "Advertisement", "READ MORE: Ten ways to cook fish", "All rights reserved.", "Scroll down for video", "By Ann Smith", "By.", "We use cookies.", "(Photo by A. Smith)", "Follow us on everything!", "PUBLISHED:", "Click here »",
    ];

    private static readonly string[] Quotes = ["“", "”", "\"", "'", "‘", "’", "«", "»", "„", "''", "``", "「", "」", "a", ".", ",", " ", "\n", "said", "Hale", "he said."];

    private static readonly string[] Shards =
    [
        "\uD83D", "\uDE00", "\uD83D\uDE00", "\u200B", "\u200D", "\uFEFF", "\u00AD", "\u202E", "\u2066", "\u2069", "\u0301", "\u0301\u0323\u0489", "\u05D0", "\u0645", "\u0E01\u0E33", "\u0915\u094D", "\uAC00", "漢", "İ", "ı", "ǆ", "ß",
        "👩‍👩‍👧", "🇦🇿", "\0", "\u0007", "\u001B[1m", "\uFFFF", "\uFFFD",
    ];

    private static readonly string[] Breaks = [" ", "  ", "\n", "\r\n", "\n\n", "\t", "\u00A0", "\u2028", "\u2029", "\f", "\u0085", "\v"];

    private static readonly string[] Ends = [".", "!", "?", "…", "...", " . . .", "。", "؟", "।", ".”", ".)", ".[1]", "", ":", ".\u200B"];

    private static readonly Gen<string> Sentences = Gen.Select(Gen.OneOf(Plain), Gen.OneOf(Ends), (words, end) => words + end);

    private static readonly Gen<string> Pieces = Gen.Frequency(
        (12, Sentences), (3, Gen.OneOf(Furniture)), (3, Gen.OneOf(Shards)), (4, Gen.OneOf(Breaks)), (2, Gen.OneOf(Quotes)), (2, Gen.OneOf(Ends)),
        (1, Gen.Char.Array[1, 6].Select(letters => new string(letters))), (1, Gen.Int[1, 400].Select(length => new string('ж', length))));

    private static readonly Gen<string> Mixtures = Gen.Select(
        Gen.Frequency((4, Pieces.Array[0, 7]), (1, Pieces.Array[8, 20])), Gen.OneOf(" ", " ", "\n\n", ""), (pieces, glue) => string.Join(glue, pieces));

    private static readonly Gen<SummaryOptions> Options = Gen.Select(
        Gen.Enum<SummaryLength>(), Gen.Int[-12, 12], Gen.Int[-400, 200], Gen.OneOf(Gen.Const((string?)null), Sentences.Select(text => (string?)text), Pieces.Select(text => (string?)text)),
        Gen.OneOf<string?>(null, null, null, "en", "en", "az", "tr", "ru", "de", "fr", "es", "it", "pt", "uk", "ja", "xx", ""),
        (length, sentences, words, title, language) => new SummaryOptions
        {
            Length = length,
            Sentences = sentences > 0 ? sentences : null,
            Words = words > 0 ? words : null,
            Title = title,
            Language = language,
        });

    [Fact]
    public void Of_35_000_mixtures_of_news_and_rubbish_no_sentence_is_cut() => Gen.Select(Mixtures, Options).Sample(Check, iter: 35_000);

    [Fact]
    public void Of_25_000_random_strings_no_sentence_is_cut() => Gen.Select(
        Gen.OneOf(Gen.String, Gen.OneOf<string>([.. Shards, .. Breaks, .. Ends, "A", "b", "1"]).Array[0, 30].Select(parts => string.Concat(parts))), Options).Sample(Check, iter: 25_000);

    /// <summary>One sentence again and again, sentences of one letter, nothing but quotation marks, nothing but furniture.</summary>
    [Fact]
    public void Of_25_000_texts_of_one_kind_no_sentence_is_cut() => Gen.Select(
        Gen.OneOf(
            Gen.Select(Sentences, Gen.Int[1, 14], (sentence, count) => string.Join(' ', Enumerable.Repeat(sentence, count))),
            Gen.Char['A', 'Z'].Array[1, 14].Select(letters => string.Join(". ", letters) + "."),
            Gen.OneOf(Quotes).Array[1, 40].Select(parts => string.Concat(parts)),
            Gen.OneOf(Furniture).Array[1, 8].Select(lines => string.Join("\n\n", lines))),
        Options).Sample(Check, iter: 25_000);

    /// <summary>Each paragraph is one sentence, whatever stands inside its words: what is shown is told without asking the splitter.</summary>
    [Fact]
    public void Of_15_000_texts_with_broken_words_whole_paragraphs_are_shown() => Gen.Select(
        Gen.Select(Gen.OneOf(Words), Gen.OneOf(Shards), (word, shard) => word + shard + "n").Array[1, 6].Array[1, 9], Options).Sample(
        (paragraphs, options) =>
        {
            var sentences = Array.ConvertAll(paragraphs, words => $"The {string.Join(' ', words)} came.");
            var text = string.Join("\n\n", sentences);
            Check(text, options);
            Assert.All(Summarizer.Summarize(text, options).Sentences, sentence => Assert.Equal(sentences[sentence.Index], text[sentence.Start..sentence.End]));
        },
        iter: 15_000);

    [Fact]
    public void Sentences_that_were_split_before_may_be_anything() => Gen.Select(Gen.OneOf(Mixtures, Gen.Const(string.Empty)).Array[0, 12], Options).Sample(
        (sentences, options) =>
        {
            var summary = Summarizer.SummarizeSentences(sentences, options);
            var text = string.Join('\n', sentences);
            Assert.All(summary.Sentences, sentence => Assert.Equal(sentences[sentence.Index], text[sentence.Start..sentence.End]));
        },
        iter: 3_000);

    private static string[] Words => ["harbor", "Alder", "mayor", "train", "54", "Гавань", "liman"];

    private static void Check(string text, SummaryOptions options)
    {
        var summary = Summarizer.Summarize(text, options);
        var spans = SentenceSplitter.Split(text, summary.Language);
        Assert.Equal(spans.Count, summary.SentenceCount);
        Assert.Equal(spans.Count == 0, summary.Sentences.Count == 0);
        var last = -1;
        foreach (var sentence in summary.Sentences)
        {
            Assert.True(sentence.Index > last, "not in the text's order");
            Assert.Equal(spans[last = sentence.Index], new TextSpan(sentence.Start, sentence.End));
            Assert.True(IsWhole(text, sentence), "a sentence is cut");
            Assert.InRange(sentence.Score, 0, 1);
        }

        CheckLength(text, summary, options);
        Assert.Equal(Bits(summary), Bits(Summarizer.Summarize(text, options)));
    }

    /// <summary>No white space at its ends, no character cut in two.</summary>
    private static bool IsWhole(string text, Sentence sentence) =>
        !char.IsWhiteSpace(text[sentence.Start]) && !char.IsWhiteSpace(text[sentence.End - 1]) && !IsInsidePair(text, sentence.Start) && !IsInsidePair(text, sentence.End);

    private static bool IsInsidePair(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);

    private static void CheckLength(string text, Summary summary, SummaryOptions options)
    {
        var most = options.Words is null ? options.Sentences ?? 6 : int.MaxValue;
        Assert.InRange(summary.Sentences.Count, 0, most);
        if (options.Words is { } words && summary.Sentences.Count > 1)
        {
            Assert.InRange(summary.Sentences.Sum(sentence => text[sentence.Start..sentence.End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length), 1, words);
        }
        else if (options is { Words: null, Sentences: { } count })
        {
            Assert.Equal(Math.Min(count, summary.SentenceCount), summary.Sentences.Count);
        }
    }

    private static List<(int, long)> Bits(Summary summary) => [.. summary.Sentences.Select(sentence => (sentence.Index, BitConverter.DoubleToInt64Bits(sentence.Score)))];
}
