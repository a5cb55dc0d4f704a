using System.Text.RegularExpressions;

namespace SummaryBot.Sources.Feeds;

/// <summary>Where the root element of a text begins, whatever stands before it, and the entities that its document type declares.</summary>
internal sealed partial class FeedRoot
{
    private const int MaxDeclared = 500;
    private const int MaxName = 80;
    private const int MaxValue = 256;
    private const int MaxSubset = 65_536;

    private FeedRoot()
    {
    }

    /// <summary>The place of its tag; -1 where there is none.</summary>
    public int At { get; private set; } = -1;

    /// <summary>The first element of the text, however it is named; null where there is none.</summary>
    public string? First { get; private set; }

    /// <summary>By name, without a semicolon.</summary>
    public Dictionary<string, string> Entities { get; } = new(StringComparer.Ordinal);

    /// <summary>One sentence: why its document type is refused; null where it is harmless.</summary>
    public string? Problem { get; private set; }

    /// <summary>Passes over comments, declarations and other elements, and stops at a page.</summary>
    /// <param name="names">Local names of elements, in lower case.</param>
    public static FeedRoot Find(string text, params ReadOnlySpan<string> names)
    {
        var root = new FeedRoot();
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < text.Length;)
        {
            var rest = text.AsSpan(at);
            if (rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
            {
                at = root.TakeDoctype(text, at);
            }
            else if (rest.StartsWith("<!--", StringComparison.Ordinal))
            {
                var end = text.IndexOf("-->", at, StringComparison.Ordinal);
                at = end < 0 ? text.Length : end;
            }
            else if (LocalName(rest[1..]) is { Length: > 0 } name)
            {
                root.First ??= name.ToString().Lower();
                if (name.Equals("html", StringComparison.OrdinalIgnoreCase))
                {
                    root.First = "html";
                    return root;
                }

                if (IsOneOf(name, names))
                {
                    root.At = at;
                    return root;
                }
            }

            at = at + 1 < text.Length ? text.IndexOf('<', at + 1) : -1;
        }

        return root;
    }

    /// <summary>The name of the tag that begins there, without its prefix; empty where none does.</summary>
    private static ReadOnlySpan<char> LocalName(ReadOnlySpan<char> text)
    {
        var length = 0;
        var start = 0;
        while (length < text.Length && length < MaxName && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '_' or '-' or '.' or ':'))
        {
            start = text[length++] == ':' ? length : start;
        }

        var isTag = length > start && length < text.Length && char.IsAsciiLetter(text[0]) && (text[length] is '>' or '/' || char.IsWhiteSpace(text[length]));
        return isTag ? text[start..length] : [];
    }

    private static bool IsOneOf(ReadOnlySpan<char> name, ReadOnlySpan<string> names)
    {
        foreach (var other in names)
        {
            if (name.Equals(other, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private int TakeDoctype(string text, int at)
    {
        var end = text.IndexOf('>', at);
        var subset = end < 0 ? -1 : text.IndexOf('[', at, end - at);
        if (subset < 0)
        {
            First ??= text.AsSpan(at, Math.Min(20, text.Length - at)).Contains("html", StringComparison.OrdinalIgnoreCase) ? "html" : null;
            return end < 0 ? text.Length : end;
        }

        var close = Close().Match(text, subset);
        var stop = close.Success ? close.Index : text.Length;
        if (stop - subset > MaxSubset)
        {
            Problem ??= "Its document type is longer than 64 KB.";
            return stop;
        }

        foreach (Match declaration in Declaration().Matches(text[subset..stop]))
        {
            Declare(declaration);
        }

        return stop;
    }

    /// <summary>A short text is taken; what refers to other entities or to files is refused, but for the lists of characters that W3C publishes, which are known.</summary>
    private void Declare(Match declaration)
    {
        var (name, value, file) = (declaration.Groups["name"].Value, declaration.Groups["value"], declaration.Groups["file"]);
        if (file.Success)
        {
            Problem ??= declaration.Groups["parameter"].Success && declaration.Groups["public"].Value.StartsWith("-//W3C//ENTITIES", StringComparison.OrdinalIgnoreCase)
                ? null
                : "Its document type refers to another file, which is never read.";
        }
        else if (Reference().IsMatch(value.Value) || value.Length > MaxValue || Entities.Count >= MaxDeclared)
        {
            Problem ??= XmlTree.Grown;
        }
        else if (!declaration.Groups["parameter"].Success)
        {
            _ = Entities.TryAdd(name, Feeds.Entities.Decode(value.Value));
        }
    }

    [GeneratedRegex(@"\]\s*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Close();

    [GeneratedRegex("""
        <!ENTITY\s+(?<parameter>%\s+)?(?<name>[\w.:-]{1,60})\s+(?:(?:SYSTEM|PUBLIC\s+(?:"(?<public>[^"]{0,200})"|'(?<public>[^']{0,200})'))(?<file>\b|\s)|"(?<value>[^"]*)"|'(?<value>[^']*)')
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"[&%][A-Za-z_][\w.-]*;", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
