using System.Diagnostics;

namespace SummaryBot.Operations;

/// <summary>Marks the steps between which nothing may get lost. Without a listener a mark costs nothing.</summary>
public static class Activities
{
    public const string SourceName = "SummaryBot";

    private static readonly ActivitySource Source = new(SourceName);

    public static Activity? Start(string step) => Source.StartActivity(step);
}
