namespace SummaryBot.Stories;

/// <summary>What a term is in its article.</summary>
[Flags]
internal enum TermTraits
{
    None = 0,

    /// <summary>Written with a capital where the sentence does not ask for one.</summary>
    Name = 1,

    /// <summary>A number.</summary>
    Figure = 2,

    /// <summary>It stands in the headline.</summary>
    Title = 4,
}
