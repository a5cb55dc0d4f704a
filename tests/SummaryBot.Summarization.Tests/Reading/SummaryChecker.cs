using static SummaryBot.Summarization.Tests.Reading.CheckerPatterns;

namespace SummaryBot.Summarization.Tests.Reading;

/// <summary>Judges English summaries as a reader would, by words and patterns of its own: it shares nothing with the rules that it checks.</summary>
internal static class SummaryChecker
{
    private const double RepeatedShare = 0.6;
    private const int FewestWords = 4;
    private const int FewestContentWords = 3;
    private const int LongestQuotation = 8;

    /// <param name="sentences">All sentences of the article.</param>
    /// <param name="chosen">Places of the shown ones, in order.</param>
    public static IReadOnlyList<Finding> Check(IReadOnlyList<string> sentences, IReadOnlyList<int> chosen)
    {
        var findings = new List<Finding>();
        var continued = Continued(sentences);
        foreach (var i in chosen)
        {
            Add(Fault.Furniture, i, FurnitureWords().IsMatch(sentences[i]));
            Add(Fault.UnresolvedOpening, i, !chosen.Contains(i - 1) && IsUnresolved(sentences[i], isFirst: i == 0));
            Add(Fault.QuoteWithoutSpeaker, i, LacksSpeaker(sentences, chosen, continued, i));
            Add(Fault.Repetition, i, chosen.Any(other => other < i && Repeats(sentences[i], sentences[other])));
        }

        return findings;

        void Add(Fault fault, int i, bool isThere)
        {
            if (isThere)
            {
                findings.Add(new Finding(fault, i));
            }
        }
    }

    /// <summary>Whether "[…]" stands in a shown text exactly between sentences that were not neighbors.</summary>
    public static IReadOnlyList<Finding> CheckGaps(IReadOnlyList<string> sentences, IReadOnlyList<int> chosen, string shown)
    {
        var findings = new List<Finding>();
        var at = 0;
        for (var place = 0; place < chosen.Count; place++)
        {
            var start = shown.IndexOf(sentences[chosen[place]], at, StringComparison.Ordinal);
            var hasGap = start >= 0 && shown[at..start].Contains("[…]", StringComparison.Ordinal);
            if (start < 0 || hasGap != (place > 0 && chosen[place] > chosen[place - 1] + 1))
            {
                findings.Add(new Finding(Fault.WrongGap, chosen[place]));
            }

            at = start < 0 ? at : start + sentences[chosen[place]].Length;
        }

        if (shown[at..].Contains("[…]", StringComparison.Ordinal))
        {
            findings.Add(new Finding(Fault.WrongGap, chosen[^1]));
        }

        return findings;
    }

    private static bool IsUnresolved(string sentence, bool isFirst)
    {
        var text = Head().Replace(sentence, string.Empty, 1);
        if (isFirst && (char.IsLower(text, 0) || text.StartsWith("It", StringComparison.Ordinal)))
        {
            return false; // cut off by its publisher; or "it" is what follows, for nothing stands before
        }

        if (isFirst && LatePronoun().IsMatch(text))
        {
            return !InnerName().IsMatch(text);
        }

        return (LeaningOpening().IsMatch(text) && !StandingOpening().IsMatch(text)) || LeaningIntroduction().IsMatch(text);
    }

    /// <summary>Whether a sentence that is mostly speech, or part of a longer quotation, lacks its speaker in the shown run around it.</summary>
    private static bool LacksSpeaker(IReadOnlyList<string> sentences, IReadOnlyList<int> chosen, bool[] continued, int i)
    {
        if (!IsSpeech(sentences[i], continued[i]))
        {
            return false;
        }

        var outside = continued[i] && !sentences[i].Contains('"', StringComparison.Ordinal) ? string.Empty : Outside(sentences[i]);
        if (NamedSpeaker(outside))
        {
            return false;
        }

        string[] run = [.. Run(chosen, i).Select(shown => Outside(sentences[shown]))];
        return !run.Any(NamedSpeaker) && !(run.Any(SpeechVerb().IsMatch) && run.Any(HasName));
    }

    private static bool IsSpeech(string sentence, bool isContinued)
    {
        var quoted = sentence.Length - Outside(sentence).Length;
        return isContinued || (quoted * 2 > sentence.Length && QuotedWords(sentence) > FewestWords);
    }

    private static int QuotedWords(string sentence) => Quoted().Matches(sentence).Max(match => (int?)Word().Count(match.Value)) ?? 0;

    /// <summary>The words outside quotation marks; a quotation that ends or begins elsewhere counts to the edge.</summary>
    private static string Outside(string sentence) => Quoted().Replace(sentence, " ");

    private static bool NamedSpeaker(string outside) =>
        Introduction().IsMatch(outside) || (SpeechVerb().IsMatch(outside)
            && !PronounSpeaker().IsMatch(outside) && Noun().IsMatch(SpeechVerb().Replace(outside, " ")));

    private static bool HasName(string sentence) => InnerName().IsMatch(sentence) || NamedSpeaker(sentence);

    /// <summary>The shown sentences that stand side by side with one.</summary>
    private static IEnumerable<int> Run(IReadOnlyList<int> chosen, int i)
    {
        var (from, to) = (i, i);
        while (chosen.Contains(from - 1))
        {
            from--;
        }

        while (chosen.Contains(to + 1))
        {
            to++;
        }

        return Enumerable.Range(from, to - from + 1);
    }

    /// <summary>Which sentences have a part in a quotation that a straight or curly mark opens in one and closes in a later one.</summary>
    private static bool[] Continued(IReadOnlyList<string> sentences)
    {
        var continued = new bool[sentences.Count];
        for (var i = 0; i < sentences.Count; i++)
        {
            if (!OpensOnly().IsMatch(sentences[i]))
            {
                continue;
            }

            var end = Enumerable.Range(i + 1, Math.Min(LongestQuotation, sentences.Count - i - 1))
                .FirstOrDefault(j => DoubleMark().IsMatch(sentences[j]));
            if (end > 0 && ClosesFirst().IsMatch(sentences[end]))
            {
                Array.Fill(continued, true, i, end - i + 1);
            }
        }

        return continued;
    }

    private static bool Repeats(string one, string other)
    {
        var (a, b) = (Content(one), Content(other));
        var (few, many) = a.Count <= b.Count ? (a, b) : (b, a);
        return few.Count >= FewestContentWords && few.Count(many.Contains) >= RepeatedShare * few.Count;
    }

    /// <summary>Numbers and verbs of speech are content too: only function words are not.</summary>
    private static HashSet<string> Content(string sentence) => [.. Word().Matches(sentence).Select(match => match.Value.ToUpperInvariant())
        .Where(word => (word.Length > 2 || char.IsAsciiDigit(word[0])) && !Common().IsMatch(word))];
}
