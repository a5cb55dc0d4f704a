namespace SummaryBot.Summarization.Text;

/// <summary>Finds the sentences of a text: whole, in order, without the white space around them.</summary>
/// <remarks>
/// One pass over the text, and every look around is bounded, so the cost is linear whatever the text. A boundary is a terminator with its
/// closing quotes and brackets, before white space and something that can open a sentence; the words beside it tell abbreviations, initials
/// and numbers apart.
/// Sentences inside a quotation or a bracket belong to the sentence around it. An empty line always ends a sentence.
/// </remarks>
public static class SentenceSplitter
{
    /// <summary>Finds the sentences.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">
    /// ISO 639-1 code; where null, the text's words tell, as they do to the summarizer. English rules serve where a language has none of its own.
    /// </param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>Spans in order, not overlapping, none empty; everything between them is white space.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="OperationCanceledException">It was canceled.</exception>
    public static IReadOnlyList<TextSpan> Split(string text, string? language, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rules = SplitRules.Of(language ?? LanguageGuess.Of(text));
        var spans = new List<TextSpan>();
        for (var start = Characters.SkipWhiteSpace(text, 0); start < text.Length;)
        {
            var end = EndOf(text, start, rules, cancellationToken);
            spans.Add(new TextSpan(start, start + text.AsSpan(start, end - start).TrimEnd().Length));
            start = Characters.SkipWhiteSpace(text, end);
        }

        return spans;
    }

    /// <summary>Where the sentence that starts at <paramref name="start"/> ends.</summary>
    private static int EndOf(string text, int start, SplitRules rules, CancellationToken cancellationToken)
    {
        var item = ListMarker.At(text, start);
        for (var at = rules.NextMark(text, item.End, item.Exists); at < text.Length; at = rules.NextMark(text, at, item.Exists))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (rules.IsTerminator(text[at]))
            {
                var marks = SentenceMarks.At(text, at, rules);
                if (SentenceEnd.IsAt(text, start, marks, rules))
                {
                    return marks.End;
                }

                at = marks.End;
            }
            else if (SplitRules.IsLineBreak(text[at]))
            {
                var next = Characters.SkipWhiteSpace(text, at);
                if (LineBreak.Ends(text, at, next, item.Exists))
                {
                    return at;
                }

                at = next;
            }
            else if (Aside.OpensAt(text, at))
            {
                at = Aside.Skip(text, at, rules);
            }
            else if (item.IsBefore(ListMarker.At(text, ++at), text))
            {
                return at;
            }
        }

        return text.Length;
    }
}
