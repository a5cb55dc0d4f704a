namespace SummaryBot.Summarization.Reading;

/// <summary>English words that open a sentence and lean on the one before in some of their uses only.</summary>
internal static class EnglishOpening
{
    private const int LongestWayToClause = 9;

    /// <param name="sentence">The sentence.</param>
    /// <param name="first">Stands on its first word, which is one that may lean.</param>
    public static bool Leans(ReadOnlySpan<char> sentence, WordReader first) => Opening.Lower(first.Stem, stackalloc char[32]) switch
    {
        "it" => !IsEmptyIt(sentence, first),
        "there" => true,
        "here" => !IsFollowedByColon(sentence),
        "those" => !SaysWhich(first),
        "both" => !JoinsTwo(sentence, first),
        "still" or "besides" or "except" or "instead" => IsFollowedBy(sentence, first, ',') || !NextIs(first, "of", "for"),
        "or" or "either" or "neither" => !NextIs(first, "of", "the"),
        "too" => IsFollowedBy(sentence, first, ','),
        _ => true,
    };

    /// <summary>Whether "it" stands for nothing before: "It is not clear whether", "It took years to".</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="reader">Stands on the word.</param>
    public static bool IsEmptyIt(ReadOnlySpan<char> sentence, WordReader reader)
    {
        if (!reader.Stem.Equals("it", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var isShort = reader.Word.Length > reader.Stem.Length;
        if (!isShort && !(reader.Next() && IsEmptyVerb(reader.Stem)))
        {
            return false;
        }

        if (reader.Stem is "takes" or "took" or "turns" or "turned" or "emerged" or "emerges" or "remains"
            or "transpired" or "transpires" or "rained" or "snowed")
        {
            return true;
        }

        do
        {
            if (!reader.Next())
            {
                return false;
            }
        }
        while (IsFiller(reader.Stem));
        return StartsEmptyClause(sentence, reader);
    }

    private static bool IsEmptyVerb(ReadOnlySpan<char> word) => word is
        "is" or "was" or "isn" or "wasn" or "has" or "had" or "will" or "would" or "may" or "might" or "could" or "can"
        or "should" or "must" or "seems" or "seemed" or "appears" or "appeared" or "looks" or "looked" or "takes" or "took"
        or "turns" or "turned" or "emerged" or "emerges" or "remains" or "transpired" or "transpires" or "rained" or "snowed"
        or "became" or "becomes" or "comes" or "came" or "hasn" or "hadn" or "won" or "wouldn" or "isn't" or "wasn't";

    private static bool IsFiller(ReadOnlySpan<char> word) => word is
        "not" or "be" or "been" or "is" or "was" or "also" or "still" or "now" or "just" or "so" or "too" or "very" or "always"
        or "almost" or "already" or "quite" or "more" or "less" or "even" or "widely" or "yet" or "immediately" or "initially"
        or "generally" or "never" or "being" or "currently" or "far" or "entirely" or "perhaps" or "probably" or "really"
        or "long" or "often" or "hardly" or "not yet" or "become" or "took" or "take" or "then" or "largely" or "as";

    private static bool StartsEmptyClause(ReadOnlySpan<char> sentence, WordReader reader)
    {
        var (start, mayBe) = (reader.Start, false);
        for (var count = 1; count <= LongestWayToClause; count++)
        {
            var phrase = sentence[start..(reader.Start + reader.Stem.Length)];
            if (count <= 4 && ReadingLanguage.Has(EnglishWords.Empty, phrase))
            {
                return true;
            }

            mayBe |= count <= 2 && ReadingLanguage.Has(EnglishWords.EmptyBeforeClause, phrase);
            if (!reader.Next() || (count >= 4 && !mayBe))
            {
                return false;
            }

            if (mayBe && ReadingLanguage.Has(EnglishWords.ClauseOpeners, reader.Word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Those who", "Those arrested", "Those living" say themselves which.</summary>
    private static bool SaysWhich(WordReader reader) =>
        reader.Next() && (reader.Word.EndsWith("ed", StringComparison.Ordinal)
            || (reader.Word.Length > 5 && reader.Word.EndsWith("ing", StringComparison.Ordinal)));

    /// <summary>"Both France and Spain" names the two.</summary>
    private static bool JoinsTwo(ReadOnlySpan<char> sentence, WordReader reader)
    {
        for (var count = 0; count < 7; count++)
        {
            var end = reader.End;
            if (!reader.Next() || sentence[end..reader.Start].Contains(','))
            {
                return false;
            }

            if (reader.Word is "and")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFollowedBy(ReadOnlySpan<char> sentence, WordReader reader, char mark) =>
        reader.End < sentence.Length && sentence[reader.End] == mark;

    private static bool IsFollowedByColon(ReadOnlySpan<char> sentence) => sentence.TrimEnd().EndsWith(":", StringComparison.Ordinal);

    private static bool NextIs(WordReader reader, string one, string other) =>
        reader.Next() && (reader.Word.SequenceEqual(one) || reader.Word.SequenceEqual(other));
}
