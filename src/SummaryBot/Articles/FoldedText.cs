using System.Globalization;
using System.Text;

namespace SummaryBot.Articles;

/// <summary>A text as a browser searches it: without regard to case, accents, invisible characters and the kind of white space.</summary>
/// <remarks>It takes rather more words for the same than a browser does, so what is found once in it is found once there.</remarks>
internal sealed class FoldedText
{
    private readonly string _text;
    private readonly int[] _places;

    public FoldedText(string text)
    {
        var folded = new StringBuilder(text.Length);
        _places = new int[text.Length + 1];
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            _places.AsSpan(at, rune.Utf16SequenceLength).Fill(folded.Length);
            Append(folded, rune);
            at += rune.Utf16SequenceLength;
        }

        _places[at] = folded.Length;
        _text = folded.ToString();
    }

    /// <summary>Whether the first place that says what stands from start to end, looked for from a place on, is that very one.</summary>
    /// <param name="from">Where the search begins, at <paramref name="start"/> at the latest.</param>
    public bool IsFirst(int start, int end, int from = 0)
    {
        var pattern = _text.AsSpan(_places[start].._places[end]);
        return pattern.Length > 0 && _text.AsSpan(_places[from]).IndexOf(pattern) == _places[start] - _places[from];
    }

    private static void Append(StringBuilder folded, Rune rune)
    {
        if (Rune.IsWhiteSpace(rune))
        {
            folded.Append(folded.Length > 0 && folded[^1] != ' ' ? " " : "");
        }
        else if (rune.IsAscii)
        {
            folded.Append((char)Rune.ToUpperInvariant(rune).Value);
        }
        else
        {
            AppendBase(folded, rune);
        }
    }

    private static void AppendBase(StringBuilder folded, Rune rune)
    {
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(part) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Control))
            {
                folded.Append(Rune.ToUpperInvariant(part).ToString());
            }
        }
    }
}
