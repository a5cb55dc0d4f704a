namespace SummaryBot.Articles.Markup;

/// <summary>One tag, comment or declaration in a text of markup.</summary>
internal readonly ref struct MarkupTag
{
    /// <summary>Empty for a comment, a declaration, and a &lt; that opens nothing.</summary>
    public ReadOnlySpan<char> Name { get; private init; }

    public bool IsEnd { get; private init; }

    public int Attributes { get; private init; }

    /// <summary>Where the text goes on.</summary>
    public int End { get; private init; }

    /// <param name="open">Where its &lt; stands.</param>
    public static MarkupTag At(string html, int open)
    {
        var at = open + 1;
        if (Starts(html, at, "!--"))
        {
            return new MarkupTag { End = After(html, "-->", Math.Min(html.Length, at + 1)) };
        }

        if (at < html.Length && html[at] is '!' or '?')
        {
            return new MarkupTag { End = After(html, ">", at) };
        }

        var isEnd = at < html.Length && html[at] == '/';
        at += isEnd ? 1 : 0;
        var start = at;
        while (at < html.Length && (at == start ? char.IsAsciiLetter(html[at]) : !char.IsWhiteSpace(html[at]) && html[at] is not ('>' or '/')))
        {
            at++;
        }

        return at == start ? new MarkupTag { End = open + 1 } : Rest(html, html.AsSpan(start, at - start), at, isEnd);
    }

    /// <summary>What follows a start tag: for scripts and the like, whose text is no markup, their end tag; else what comes right after.</summary>
    public static int AfterRawText(string html, MarkupTag tag) => tag.Name switch
    {
        _ when tag.Name.Equals("script", StringComparison.OrdinalIgnoreCase) => At(html, "</script", tag.End),
        _ when tag.Name.Equals("style", StringComparison.OrdinalIgnoreCase) => At(html, "</style", tag.End),
        _ when tag.Name.Equals("textarea", StringComparison.OrdinalIgnoreCase) => At(html, "</textarea", tag.End),
        _ when tag.Name.Equals("title", StringComparison.OrdinalIgnoreCase) => At(html, "</title", tag.End),
        _ => tag.End,
    };

    private static MarkupTag Rest(string html, ReadOnlySpan<char> name, int at, bool isEnd)
    {
        var attributes = 0;
        var (quote, isBetween) = ('\0', true);
        for (; at < html.Length && (html[at] != '>' || quote != '\0'); at++)
        {
            var it = html[at];
            if (quote != '\0')
            {
                quote = it == quote ? '\0' : quote;
            }
            else if (it is '"' or '\'' && html[at - 1] is '=' or ' ')
            {
                quote = it;
            }
            else
            {
                var isSpace = char.IsWhiteSpace(it) || it == '/';
                attributes += isBetween && !isSpace && it != '=' ? 1 : 0;
                isBetween = isSpace;
            }
        }

        return new MarkupTag { Name = name, IsEnd = isEnd, Attributes = attributes, End = Math.Min(html.Length, at + 1) };
    }

    private static bool Starts(string html, int at, string what) => string.CompareOrdinal(html, at, what, 0, what.Length) == 0;

    private static int At(string html, string what, int from) =>
        html.IndexOf(what, from, StringComparison.OrdinalIgnoreCase) is var found and >= 0 ? found : html.Length;

    private static int After(string html, string what, int from) =>
        html.IndexOf(what, from, StringComparison.Ordinal) is var found and >= 0 ? found + what.Length : html.Length;
}
