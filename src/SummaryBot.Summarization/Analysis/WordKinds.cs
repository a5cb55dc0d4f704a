namespace SummaryBot.Summarization.Analysis;

/// <summary>What the form of a word tells, where a language has a list for it.</summary>
[Flags]
internal enum WordKinds
{
    None = 0,
    Pronoun = 1,
    Connective = 2,
    FirstPerson = 4,
    Saying = 8,
    Weekday = 16,
    Cue = 32,
    Digit = 64,
    Capital = 128,
}
