using CsCheck;
using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Models;
using SummaryBot.Summarization.Reading;
using SummaryBot.Summarization.Reasons;
using SummaryBot.Summarization.Text;

namespace SummaryBot.Summarization.Tests;

public sealed class ReasonTests
{
    private const string Title = "Second terminal opens at the port of Elmouth";

    private static readonly string[] Sentences =
    [
        "The port of Elmouth opened a second terminal on Monday.", "It will handle 54 containers a day, the minister said.", "Nobody had expected that.",
        "The first terminal was built in 1998 and is too small for the trade of today.", "“We are glad,” said Ines Calder, the mayor of Elmouth.",
        "Ships from three countries came to the opening of the terminal.", "Fish is cheap.", "Traders want a railway to the port as well.",
        "The railway would cost 2.5 billion, or 12% more than planned.", "Work begins in May.", "Calder said:", "“The harbor is ours.”", "Read more",
    ];

    private static readonly string[] Plain =
    [
        "The port of Elmouth opened a second terminal on Monday.", "Ships from three countries came to the opening of the terminal.",
        "Traders want a railway to the port as well.", "The council wants to decide about the railway in May.",
        "The terminal cost 210 million and handles 54 containers an hour.", "A band played at the opening of the port.", "Fish is cheap this summer, traders say.",
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Sentences.Length - 1].Array[1, 30].Select(Gen.Bool.Array[30], (picks, breaks) =>
        string.Concat(picks.Select((pick, i) => Sentences[pick] + (breaks[i] ? "\n\n" : " "))).Trim());

    private static readonly Gen<SummaryOptions> Options = Gen.Select(
        Gen.Enum<SummaryLength>(), Gen.Int[1, 8].Nullable(), Gen.Int[1, 60].Nullable(), Gen.Bool, (length, sentences, words, hasTitle) =>
            new SummaryOptions { Length = length, Sentences = sentences, Words = sentences is null ? words : null, Title = hasTitle ? Title : null, Why = true });

    [Fact]
    public void Ranks_are_the_places_of_the_chosen_by_score() => Texts.Select(Options).Sample((text, options) =>
    {
        var ranked = Summarizer.Summarize(text, options).Sentences.OrderBy(s => s.Rank).ToList();
        Assert.Equal(Enumerable.Range(1, ranked.Count), ranked.Select(s => s.Rank));
        Assert.Equal(ranked.OrderByDescending(s => s.Score).ThenBy(s => s.Index), ranked);
    });

    [Fact]
    public void Every_sentence_has_one_to_three_reasons_whose_words_stand_in_it() => Texts.Select(Options).Sample((text, options) =>
    {
        foreach (var (sentence, reasons) in Explained(text, options))
        {
            Assert.InRange(reasons.Count, 1, 3);
            Assert.Equal(reasons.Count, reasons.Select(reason => reason.Kind).Distinct().Count());
            Assert.All(reasons, reason => Assert.InRange(reason.Words.Count, 0, 3));
            Assert.All(reasons.SelectMany(reason => reason.Words), word => Assert.Contains(word, text[sentence.Start..sentence.End], StringComparison.Ordinal));
        }
    });

    [Fact]
    public void What_a_reason_says_is_so() => Texts.Select(Options).Sample((text, options) =>
    {
        var explained = Explained(text, options);
        var all = SentenceSplitter.Split(text, LanguageGuess.Of(text)).Select(span => text[span.Start..span.End]).ToList();
        foreach (var (sentence, reasons) in explained)
        {
            Assert.All(reasons, reason => Assert.True(IsSo(reason, sentence, explained, all, options), $"{reason.Kind} of “{all[sentence.Index]}”"));
        }
    });

    [Fact]
    public void The_same_run_gives_the_same_reasons_and_asking_for_them_changes_no_choice() => Texts.Select(Options).Sample((text, options) =>
    {
        var (one, other) = (Summarizer.Summarize(text, options), Summarizer.Summarize(text, options));
        Assert.Equal(one.Reasons, other.Reasons);
        Assert.Equal(one.Reasons.SelectMany(it => it).Select(it => it.GetHashCode()), other.Reasons.SelectMany(it => it).Select(it => it.GetHashCode()));
        var unasked = Summarizer.Summarize(text, options with { Why = false });
        Assert.Equal(unasked.Sentences, one.Sentences);
        Assert.Empty(unasked.Reasons);
    });

    [Fact]
    public void The_only_sentence_with_figures_is_said_to_be_that_and_no_other_is()
    {
        var explained = Explained(string.Join(' ', Plain), new SummaryOptions { Sentences = Plain.Length, Why = true });
        var (sentence, reasons) = Assert.Single(explained, it => it.Reasons.Any(reason => reason.Kind == ReasonKind.OnlyFigures));
        Assert.Equal(4, sentence.Index);
        Assert.Equal(["210", "54"], reasons.Single(reason => reason.Kind == ReasonKind.OnlyFigures).Words);
    }

    [Fact]
    public void Figures_are_shown_whole()
    {
        const string Text = "He paid $3.50 for 1,200 pears at 9:30, or 12% more than in 1998.";
        var text = AnalyzedText.Of(Text, [new TextSpan(0, Text.Length)], null, "en", hasLists: true);
        Assert.Equal(["$3.50", "1,200", "9:30", "12%", "1998"], new SentenceWords(text, 0).Figures());
    }

    [Fact]
    public void Names_are_shown_whole_and_weekdays_are_none()
    {
        const string Text = "On Monday the mayor, Ines Calder, met I. Brown of Elm-Side Port.";
        var text = AnalyzedText.Of(Text, [new TextSpan(0, Text.Length)], null, "en", hasLists: true);
        Assert.Equal(["Ines Calder", "Brown", "Elm-Side Port"], new SentenceWords(text, 0).Names());
    }

    [Fact]
    public void The_first_sentences_of_a_short_text_have_no_other_reason()
    {
        var summary = Summarizer.Summarize("One came in the morning. Two left. Three stayed. Four slept.", new SummaryOptions { Why = true });
        Assert.All(summary.Reasons, reasons => Assert.Equal([new Reason(ReasonKind.Lead, [])], reasons));
        Assert.Equal(3, summary.Reasons.Count);
    }

    [Fact]
    public void A_sentence_longer_than_asked_for_is_said_to_be_the_shortest()
    {
        var summary = Summarizer.Summarize(string.Join(' ', Plain), new SummaryOptions { Words = 2, Why = true });
        Assert.Equal([new Reason(ReasonKind.Shortest, [])], Assert.Single(summary.Reasons));
    }

    [Fact]
    public void Reasons_that_say_the_same_are_equal()
    {
        Assert.Equal(new Reason(ReasonKind.Central, ["port", "ship"]), new Reason(ReasonKind.Central, ["port", "ship"]));
        Assert.NotEqual(new Reason(ReasonKind.Central, ["port"]), new Reason(ReasonKind.Central, ["ship"]));
        Assert.NotEqual(new Reason(ReasonKind.Central, ["port"]), new Reason(ReasonKind.Headline, ["port"]));
        Assert.NotEqual(new Reason(ReasonKind.Needed, []) { NeededBy = 1 }, new Reason(ReasonKind.Needed, []) { NeededBy = 2 });
    }

    /// <summary>A feature that gets another name falls out of its trait: this tells of it.</summary>
    [Fact]
    public void Strengths_come_from_the_scores_own_model_and_every_trait_has_features()
    {
        var text = string.Join(' ', Plain);
        var spans = SentenceSplitter.Split(text, "en");
        var models = TrainedModels.Default;
        var evidence = models.Vocabulary.Measure(AnalyzedText.Of(text, spans, Title, "en", hasLists: true));
        var ranked = models.English.Rank(evidence, ReadingRules.Of(text, spans, "en"));
        var strengths = new Strengths(ranked, models.English, [0, 4, 6]);
        Assert.All((int[])[0, 1, 2], at => Assert.Equal(0, strengths.Of(at, Trait.None)));
        Assert.True(strengths.Of(0, Trait.Place) > 0);
        Assert.True(strengths.Of(0, Trait.Headline) > strengths.Of(2, Trait.Headline));
        Assert.Equal(Enum.GetValues<Trait>().Order(), ranked.Features.Names.Select(Strengths.TraitOf).Distinct().Order());
    }

    private static List<(Sentence Sentence, IReadOnlyList<Reason> Reasons)> Explained(string text, SummaryOptions options)
    {
        var summary = Summarizer.Summarize(text, options);
        Assert.Equal(summary.Sentences.Count, summary.Reasons.Count);
        return [.. summary.Sentences.Zip(summary.Reasons)];
    }

    private static bool IsSo(
        Reason reason, Sentence sentence, List<(Sentence Sentence, IReadOnlyList<Reason> Reasons)> chosen, List<string> all, SummaryOptions options)
    {
        var others = all.Where((_, i) => i != sentence.Index).ToList();
        return reason.Kind switch
        {
            ReasonKind.Opening => all.Take(sentence.Index).All(CannotOpen),
            ReasonKind.NearOpening => sentence.Index is 1 or 2,
            ReasonKind.Headline => options.Title is not null && reason.Words.All(word => Title.Contains(word[..Math.Min(4, word.Length)], StringComparison.OrdinalIgnoreCase)),
            ReasonKind.Central => reason.Words.All(word => others.Exists(other => other.Contains(word[..Math.Min(4, word.Length)], StringComparison.OrdinalIgnoreCase))),
            ReasonKind.OnlyFigures => !others.Exists(other => other.Any(char.IsAsciiDigit)),
            ReasonKind.MostFigures => Figures(all[sentence.Index]) > others.Max(Figures),
            ReasonKind.LikelyWords => chosen.TrueForAll(
                it => it.Sentence.Index == sentence.Index || !all[it.Sentence.Index].Split(' ').Intersect(reason.Words, StringComparer.OrdinalIgnoreCase).Any()),
            ReasonKind.Needed => reason.NeededBy is { } by && Math.Abs(by - sentence.Index) == 1 && chosen.Exists(it => it.Sentence.Index == by),
            ReasonKind.Lead => all.Take(sentence.Index).Count(earlier => !CannotOpen(earlier)) < chosen.Count || options.Words is not null,
            ReasonKind.Shortest => all.TrueForAll(other => IsFurniture(other) || Words(other) >= Words(all[sentence.Index])),
            ReasonKind.Names => reason.Words.All(name => char.IsUpper(name[0])),
            _ => reason.Words.Count == 0,
        };
    }

    private static bool IsFurniture(string sentence) => sentence.StartsWith("Read more", StringComparison.Ordinal);

    private static bool CannotOpen(string sentence) => IsFurniture(sentence) || sentence is "Calder said:";

    private static int Figures(string text) => text.Split(' ', '.').Count(word => word.Any(char.IsAsciiDigit));

    private static int Words(string text) => text.Split(' ').Length;
}
