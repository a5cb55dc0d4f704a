namespace SummaryBot.Summarization.Reading;

/// <summary>Finds any of some phrases where a word of a text begins, in any case.</summary>
/// <remarks>
/// Words are passed over by a hash of their first three letters. For 80 phrases that is several times faster than <c>SearchValues</c>,
/// which stops at every common syllable.
/// </remarks>
internal sealed class PhraseSearch
{
    private const int Key = 3;
    private readonly string[]?[] _byKey = new string[1024][];

    /// <param name="phrases">Phrases of three letters or more, separated by bars or line breaks.</param>
    public PhraseSearch(string phrases)
    {
        foreach (var phrase in phrases.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            ref var bucket = ref _byKey[Hash(phrase)];
            bucket = [.. bucket ?? [], phrase];
        }
    }

    public bool IsIn(ReadOnlySpan<char> text)
    {
        for (var at = 0; at <= text.Length - Key; at++)
        {
            if (_byKey[Hash(text[at..])] is { } phrases && StartsWithAny(text[at..], phrases))
            {
                return true;
            }

            var space = text[at..].IndexOf(' ');
            if (space < 0)
            {
                return false;
            }

            at += space;
        }

        return false;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] phrases)
    {
        foreach (var phrase in phrases)
        {
            if (text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static int Hash(ReadOnlySpan<char> text) => ((Lower(text[0]) * 961) + (Lower(text[1]) * 31) + Lower(text[2])) & 1023;

    private static int Lower(char c) => c < 128 ? c | 0x20 : char.ToLowerInvariant(c);
}
