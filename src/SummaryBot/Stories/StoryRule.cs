namespace SummaryBot.Stories;

/// <summary>When an article and a story are one, and two stories, and a story is two.</summary>
/// <remarks>
/// Tuned on the development part of the labelled set of the tests, where five matters of one company and two earthquakes in a week have to stay apart.
/// </remarks>
internal static class StoryRule
{
    private const double LeastCosine = 0.20;

    /// <summary>So alike that neither the kind of terms nor the languages matter.</summary>
    private const double SureCosine = 0.55;

    /// <summary>Names alone bring together all matters of a company. One word beside them, be it a rare one, is what two robberies have in common.</summary>
    private const double LeastWords = 0.10, LeastWordsTimesBreadth = 0.30;

    /// <summary>Many names and few words: the same people at the same place.</summary>
    private const double SpreadCosine = 0.35, LeastSpread = 4, SpreadWords = 0.05, SpreadNames = 0.5;

    /// <summary>A headline with other names is another story, unless the text has the names of this one, or all its words.</summary>
    private const double LeastNames = 0.20, OtherTitleNames = 0.5, OtherTitleWords = 0.35, OtherTitleBreadth = 3;

    private const double MergeCosine = 0.35, ApartCosine = 0.10;

    public static bool Joins(in StoryLikeness likeness, bool isOneLanguage) =>
        NamesAgree(likeness) && (likeness.Cosine >= SureCosine
            || (isOneLanguage && likeness.Cosine >= LeastCosine && (WordsAgree(likeness) || IsSpread(likeness))));

    /// <param name="likeness">Of one story to the other, where an article has joined both.</param>
    public static bool Merges(in StoryLikeness likeness) => likeness.Cosine >= MergeCosine && Joins(likeness, isOneLanguage: true);

    /// <param name="cosine">Of the halves of a story.</param>
    public static bool AreApart(double cosine) => cosine < ApartCosine;

    private static bool NamesAgree(in StoryLikeness likeness) =>
        likeness.Names >= LeastNames && (likeness.TitleNames > 0 || likeness.Names >= OtherTitleNames
            || (likeness.Words >= OtherTitleWords && likeness.Breadth >= OtherTitleBreadth));

    private static bool WordsAgree(in StoryLikeness likeness) =>
        likeness.Words >= LeastWords && likeness.Words * likeness.Breadth >= LeastWordsTimesBreadth;

    private static bool IsSpread(in StoryLikeness likeness) =>
        likeness.Cosine >= SpreadCosine && likeness.Spread >= LeastSpread && likeness.Words >= SpreadWords && likeness.Names >= SpreadNames;
}
