using System.Text;
using SummaryBot.Summarization.Text;

namespace SummaryBot.Articles;

/// <summary>Addresses that open an article at one of its sentences, scrolled to and highlighted by the browser.</summary>
/// <remarks>
/// Short sentences are named whole, long ones by their first and last words: as few as tell the sentence from what stands before it in the
/// article, with the words around it where its own do not suffice. Where no last words are short enough, the first ones alone lead to it.
/// </remarks>
public sealed class SentenceLinks
{
    /// <summary>What a link adds to the address at most, in UTF-16 units, the percent-encoding counted and <c>#:~:text=</c> not.</summary>
    public const int MaxLength = 200;

    /// <summary>Of the words that begin or end a sentence, or of a whole one.</summary>
    private const int MaxPart = 90;

    /// <summary>Of the words before or behind a sentence.</summary>
    private const int MaxNeighbors = 60;

    private const int FewWords = 3;
    private const int ManyWords = 6;

    /// <summary>UTF-16 units; what is longer is no page that somebody reads, and to search it takes its time.</summary>
    private const int MaxText = 100_000;

    private readonly Uri _address;
    private readonly string _text;
    private readonly int _bodyStart;
    private readonly FoldedText? _page;

    public SentenceLinks(Uri address, Article article)
    {
        _address = address;
        // on the page the headline stands above the text, and a browser takes the first place that fits
        var head = article.Headline is null ? "" : article.Headline + "\n\n";
        (_text, _bodyStart) = (head + article.Text, head.Length);
        _page = _text.Length > MaxText ? null : new FoldedText(_text);
    }

    /// <summary>The address that leads to a sentence.</summary>
    /// <param name="start">Where the sentence starts in the article's text, in UTF-16 units.</param>
    /// <param name="end">Where it ends (exclusive).</param>
    /// <returns>Null where no few words lead to it alone.</returns>
    public string? To(int start, int end)
    {
        var pieces = _page is null ? [] : SentencePieces.Between(_text, start + _bodyStart, end + _bodyStart).ToList();
        return pieces.Count == 0 ? null : Candidates(pieces).Where(Leads).Select(Directive).FirstOrDefault(it => it.Encoded.Length <= MaxLength)?.On(_address);
    }

    private IEnumerable<Candidate> Candidates(List<TextSpan> pieces)
    {
        var whole = new TextSpan(pieces[0].Start, pieces[^1].End);
        var (before, behind) = (Before(whole.Start), Behind(whole.End));
        (TextSpan?, TextSpan?)[] neighbors = [(null, null), (null, behind), (before, null), (before, behind)];
        if (IsUsable(whole, MaxPart))
        {
            foreach (var (prefix, suffix) in neighbors)
            {
                yield return new Candidate(prefix, whole, null, suffix);
            }
        }

        foreach (var (prefix, suffix) in neighbors)
        {
            for (var words = FewWords; words <= ManyWords && Edges(pieces, words) is var (first, last); words++)
            {
                yield return new Candidate(prefix, first, last, suffix);
            }
        }

        foreach (var part in new[] { Longest([whole], MaxLength), First(pieces, ManyWords) }.OfType<TextSpan>())
        {
            yield return new Candidate(null, part, null, null);
        }
    }

    /// <summary>What a browser does: it looks for the first place that fits the beginning, and from there for the first that fits the end.</summary>
    private bool Leads(Candidate it)
    {
        var (from, to) = (it.Prefix?.Start ?? it.Start.Start, it.Suffix?.End ?? (it.End ?? it.Start).End);
        return it.End is { } last
            ? _page!.IsFirst(from, it.Start.End) && _page.IsFirst(last.Start, to, it.Start.End)
            : _page!.IsFirst(from, to);
    }

    private TextDirective Directive(Candidate it) => new(Text(it.Prefix), Text(it.Start)!, Text(it.End), Text(it.Suffix));

    private string? Text(TextSpan? span) => span is { } it ? _text[it.Start..it.End] : null;

    /// <summary>The first and the last words; null where there are none that fit, or they meet.</summary>
    private (TextSpan First, TextSpan Last)? Edges(List<TextSpan> pieces, int words)
    {
        var first = First(pieces, words);
        var last = Longest(pieces.TakeLast(words).Reverse().Select(piece => new TextSpan(piece.Start, pieces[^1].End)), MaxPart);
        return first is { } a && last is { } b && a.End < b.Start ? (a, b) : null;
    }

    private TextSpan? First(List<TextSpan> pieces, int words) =>
        Longest(pieces.Take(words).Select(piece => new TextSpan(pieces[0].Start, piece.End)), MaxPart);

    private TextSpan? Before(int place)
    {
        var from = Math.Max(_bodyStart, place - MaxPart);
        var pieces = SentencePieces.Between(_text, from, place).Skip(from > _bodyStart ? 1 : 0).TakeLast(FewWords).ToList(); // the first may be cut
        return Longest(pieces.AsEnumerable().Reverse().Select(piece => new TextSpan(piece.Start, pieces[^1].End)), MaxNeighbors);
    }

    private TextSpan? Behind(int place)
    {
        var to = Math.Min(_text.Length, place + MaxPart);
        var pieces = SentencePieces.Between(_text, place, to).SkipLast(to < _text.Length ? 1 : 0).Take(FewWords).ToList(); // the last may be cut
        return Longest(pieces.Select(piece => new TextSpan(pieces[0].Start, piece.End)), MaxNeighbors);
    }

    /// <param name="spans">Each longer than the one before.</param>
    private TextSpan? Longest(IEnumerable<TextSpan> spans, int maxLength) =>
        spans.Where(span => IsUsable(span, maxLength)).Select(span => (TextSpan?)span).LastOrDefault();

    /// <summary>Within one line of one paragraph, not too long, and with something to search for.</summary>
    private bool IsUsable(TextSpan span, int maxLength)
    {
        var text = _text.AsSpan(span.Start..span.End);
        return text.Length <= maxLength && !text.Contains('\n') && HasWord(text) && TextDirective.Encode(text.ToString()).Length <= maxLength;
    }

    private static bool HasWord(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                return true;
            }
        }

        return false;
    }

    private sealed record Candidate(TextSpan? Prefix, TextSpan Start, TextSpan? End, TextSpan? Suffix);
}
