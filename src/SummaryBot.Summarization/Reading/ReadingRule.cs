namespace SummaryBot.Summarization.Reading;

/// <summary>The rules that a summary is read by; all of them but where the price of one is measured.</summary>
[Flags]
internal enum ReadingRule
{
    None = 0,

    /// <summary>What opens with a word that points back needs the sentence before.</summary>
    Openings = 1,

    /// <summary>A quotation needs the words that name its speaker.</summary>
    Quotations = 2,

    /// <summary>What belongs to the page is never chosen.</summary>
    Furniture = 4,

    /// <summary>Nothing is said twice.</summary>
    Repetition = 8,

    All = Openings | Quotations | Furniture | Repetition,
}
