namespace SummaryBot.Summarization.Reading;

/// <summary>Tells whether a sentence opens with a word that the sentence before explains.</summary>
internal static class Opening
{
    private const int LongestDateline = 60;
    private const int LongestIntroduction = 30;

    /// <param name="sentence">One sentence, with the quotation mark that opens it.</param>
    /// <param name="words">The words of its language.</param>
    /// <param name="isFirst">Whether it opens the article: there "it" and "another" point at nothing before, and a name may come late.</param>
    public static bool Leans(ReadOnlySpan<char> sentence, ReadingLanguage words, bool isFirst)
    {
        sentence = sentence[AfterDateline(sentence)..];
        var reader = new WordReader(sentence);
        if (!reader.Next())
        {
            return false;
        }

        if (IsFragment(reader.Word))
        {
            return !isFirst;
        }

        var first = reader;
        if (HasPhrase(words.Standing, sentence, first) || (isFirst && OpensArticle(sentence, first, words)))
        {
            return false;
        }

        return HasPhrase(words.Leaning, sentence, first)
            || (ReadingLanguage.Has(words.Leaning, first.Stem) && (!words.IsEnglish || EnglishOpening.Leans(sentence, first)))
            || (ReadingLanguage.Has(words.Introducers, first.Word) && IntroductionLeans(sentence, first, words));
    }

    /// <summary>Whether a name stands in the sentence: a capital behind the first word, or a first word that speaks.</summary>
    public static bool HasName(ReadOnlySpan<char> sentence, ReadingLanguage words)
    {
        var reader = new WordReader(sentence[AfterDateline(sentence)..]);
        if (!reader.Next())
        {
            return false;
        }

        var isFirstNominal = !ReadingLanguage.Has(words.Pronouns, reader.Stem) && !ReadingLanguage.Has(words.Introducers, reader.Stem)
            && !ReadingLanguage.Has(words.Leaning, reader.Stem);
        var isSecond = true;
        while (reader.Next())
        {
            if (isSecond && isFirstNominal && (reader.Word is "who" || ReadingLanguage.Has(words.SpeechVerbs, reader.Word)))
            {
                return true;
            }

            isSecond = false;
            if (reader.IsCapitalized && !ReadingLanguage.Has(words.NotNames, reader.Stem))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// "He may be 90, but Arnold Palmer plays on", "It was a selfie that", "Another bomb":
    /// before an article's first sentence nothing is missing.
    /// </summary>
    private static bool OpensArticle(ReadOnlySpan<char> sentence, WordReader first, ReadingLanguage words) =>
        first.Stem.Equals("it", StringComparison.OrdinalIgnoreCase) || first.Stem is "Another" or "Here"
        || (ReadingLanguage.Has(words.Pronouns, first.Stem) && HasName(sentence, words));

    /// <summary>Where the text begins behind "LONDON, England (CNN) -- ".</summary>
    public static int AfterDateline(ReadOnlySpan<char> sentence)
    {
        var head = sentence[..Math.Min(sentence.Length, LongestDateline)];
        var open = head.IndexOf('(');
        var close = head.IndexOf(')');
        if (open < 0 || close < open || close - open > 24 || close + 1 >= sentence.Length || !char.IsUpper(head[open + 1]))
        {
            return 0;
        }

        var next = close + 1;
        while (next < sentence.Length && sentence[next] is ' ' or '-' or '–' or '—' or '\u00A0')
        {
            next++;
        }

        var dash = sentence[close..next].IndexOfAny('-', '–', '—') >= 0;
        return next < sentence.Length && (open == 0 || dash
            || (char.IsUpper(sentence[next]) && char.IsUpper(head[0]) && head[..open].Contains(','))) ? next : 0;
    }

    public static ReadOnlySpan<char> Lower(ReadOnlySpan<char> word, Span<char> buffer) =>
        word.Length <= buffer.Length ? buffer[..word.ToLowerInvariant(buffer)] : word;

    /// <summary>A sentence that begins small is the end of another: "she said."</summary>
    private static bool IsFragment(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsLower(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the sentence begins with a phrase of two or three words.</summary>
    private static bool HasPhrase(System.Collections.Frozen.FrozenSet<string> phrases, ReadOnlySpan<char> sentence, WordReader reader)
    {
        var start = reader.Start;
        if (ReadingLanguage.Has(phrases, reader.Word) && reader.Word.IndexOfAny('\'', '-', '’') >= 0)
        {
            return true;
        }

        for (var count = 2; count <= 3 && reader.Next(); count++)
        {
            if (ReadingLanguage.Has(phrases, sentence[start..(reader.Start + reader.Stem.Length)]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"In his speech, he said" leans; "In his speech, Mr. Smith said" does not.</summary>
    private static bool IntroductionLeans(ReadOnlySpan<char> sentence, WordReader reader, ReadingLanguage words)
    {
        var pronounAt = -1;
        for (var count = 0; count < LongestIntroduction; count++)
        {
            var end = reader.End;
            if (!reader.Next())
            {
                return pronounAt >= 0;
            }

            var gap = sentence[end..reader.Start];
            if (gap.IndexOfAny(",;:") >= 0)
            {
                // "According to her, he" and "According to her, the bridge", for a name behind the comma is not hers
                return pronounAt >= 0 && (pronounAt == count - 1 || ReadingLanguage.Has(words.Pronouns, reader.Stem));
            }

            if (reader.IsCapitalized)
            {
                return false;
            }

            if (count == 0 && IsDemonstrative(reader.Stem) && !HasPhrase(words.Standing, sentence, reader))
            {
                return true;
            }

            if (pronounAt < 0 && ReadingLanguage.Has(words.Pronouns, reader.Stem) && !EnglishOpening.IsEmptyIt(sentence, reader))
            {
                pronounAt = count;
            }
        }

        return pronounAt >= 0;
    }

    private static bool IsDemonstrative(ReadOnlySpan<char> word) => word is "this" or "that" or "these";
}
