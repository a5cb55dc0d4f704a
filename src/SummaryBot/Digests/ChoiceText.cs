namespace SummaryBot.Digests;

/// <summary>How a choice is written in configuration, commands and the database: its name in lower case.</summary>
public static class ChoiceText
{
    public static string Of<T>(T choice)
        where T : struct, Enum =>
#pragma warning disable CA1308 // lower case is how it is written, not a way to compare
        choice.ToString().ToLowerInvariant();
#pragma warning restore CA1308

    public static bool TryParse<T>(string text, out T choice)
        where T : struct, Enum
    {
        var index = Array.FindIndex(Enum.GetValues<T>(), value => string.Equals(Of(value), text, StringComparison.Ordinal));
        choice = index < 0 ? default : Enum.GetValues<T>()[index];
        return index >= 0;
    }

    /// <summary>All choices for a message: <c>skip, note or wait</c>.</summary>
    public static string AllOf<T>()
        where T : struct, Enum
    {
        var names = Enum.GetValues<T>().Select(Of).ToList();
        return $"{string.Join(", ", names.SkipLast(1))} or {names[^1]}";
    }
}
