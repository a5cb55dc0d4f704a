using System.Collections.Frozen;

namespace SummaryBot.Summarization.Reading;

/// <summary>The words of one language by which sentences lean on others. Words and phrases are told apart by case nowhere.</summary>
internal sealed class ReadingLanguage
{
    /// <summary>Words and phrases of two or three words that lean on the sentence before where they open one.</summary>
    public required FrozenSet<string> Leaning { get; init; }

    /// <summary>Phrases that begin like one of them and lean on nothing.</summary>
    public required FrozenSet<string> Standing { get; init; }

    /// <summary>Words that open an introduction, in which a pronoun may stand before its name.</summary>
    public required FrozenSet<string> Introducers { get; init; }

    /// <summary>Pronouns that stand for a person or a thing.</summary>
    public required FrozenSet<string> Pronouns { get; init; }

    /// <summary>Verbs that tell who speaks.</summary>
    public required FrozenSet<string> SpeechVerbs { get; init; }

    /// <summary>Words with a capital that name nobody: days and months.</summary>
    public required FrozenSet<string> NotNames { get; init; }

    public required FrozenSet<string> StopWords { get; init; }

    public bool IsEnglish { get; init; }

    /// <summary>The words of a language; null where there are none.</summary>
    public static ReadingLanguage? Of(string? language) => language switch
    {
        "en" => EnglishWords.Language,
        not null when OtherWords.Languages.TryGetValue(language, out var other) => other.Value,
        _ => null,
    };

    /// <summary>Makes the words of a language from lists with commas.</summary>
    public static ReadingLanguage From(
        string code, string leaning, string standing, string introducers, string pronouns, string speech, string notNames = "") => new()
        {
            Leaning = Set(leaning),
            Standing = Set(standing),
            Introducers = Set(introducers),
            Pronouns = Set(pronouns),
            SpeechVerbs = Set(speech),
            NotNames = Set(notNames),
            StopWords = Text.StopWords.Of(code),
            IsEnglish = code is "en",
        };

    /// <summary>Whether the set has the word, without making a string of it.</summary>
    public static bool Has(FrozenSet<string> set, ReadOnlySpan<char> word) =>
        set.Count > 0 && set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    public static FrozenSet<string> Set(string phrases) =>
        phrases.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
