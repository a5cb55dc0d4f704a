using System.Globalization;

namespace SummaryBot.Digests.Feedback;

/// <summary>What readers are told of their opinions, in English.</summary>
public static class FeedbackText
{
    public const string Forgotten = "This edition is not kept any more, so nothing more is known about it. Editions are forgotten after some weeks, and with their digest.";
    public const string NoSuchStory = "This edition shows no such story any more. Press the button below it again to see those that it shows.";
    public const string NoStories = "No story of this edition names its outlet, so there is nothing that an opinion could change.";
    public const string WhichUseful = "Which story was useful?";
    public const string WhichNotUseful = "Which story was not useful?";

    /// <summary>How opinions count.</summary>
    public static string Rule { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"Your choice counts for the story's outlet in this digest for {FeedbackStore.Memory.Days} days; {OutletPoints.LeastReaders} readers of one opinion change its rank.");

    /// <param name="outlet">As the story names it.</param>
    public static string Noted(string outlet, OutletPoints points) => $"Noted. {Standing(outlet, points)}";

    /// <param name="outlet">As the story names it.</param>
    public static string TakenBack(string outlet, OutletPoints points) => $"Taken back. {Standing(outlet, points)}";

    /// <summary>Who found an outlet's stories what, and what follows.</summary>
    private static string Standing(string outlet, OutletPoints points) => $"{outlet}: {Found(points)}; {Effect(points)}";

    private static string Found(OutletPoints points) => (points.Useful, points.NotUseful) switch
    {
        (0, 0) => "no reader has an opinion on its stories",
        (var useful, 0) => $"{Readers(useful)} found its stories useful",
        (0, var not) => $"{Readers(not)} found its stories not useful",
        var (useful, not) => $"{Readers(useful)} found its stories useful and {not} not useful",
    };

    private static string Effect(OutletPoints points) => points.Points switch
    {
        > 0 => $"it now ranks {Amount(points)} higher in this digest.",
        < 0 => $"it now ranks {Amount(points)} lower in this digest.",
        _ => $"its rank stays as it is until {OutletPoints.LeastReaders} more say one thing than the other.",
    };

    private static string Amount(OutletPoints points) => Math.Abs(points.Points).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Readers(int count) => count == 1 ? "1 reader" : $"{count} readers";
}
