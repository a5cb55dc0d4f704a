using System.Text.RegularExpressions;

namespace SummaryBot.Articles;

/// <summary>Reads an article from the bytes of a plain-text file: optional heading lines with date and address, an optional headline, paragraphs.</summary>
public static partial class PlainTextReader
{
    public const int MaxBytes = 5 * 1024 * 1024;

    private const int MaxHeadline = 200;

    /// <summary>Reads the whole file or says in one sentence why it is no article.</summary>
    public static ReadResult Read(byte[] bytes) =>
        bytes.Length > MaxBytes ? TooLarge(bytes.Length)
        : TextBytes.Decode(bytes) is { } text && !text.Contains('\0', StringComparison.Ordinal) ? Read(text)
        : new ReadResult.Rejected(bytes.Contains((byte)0)
            ? "It is a binary file, not text. Import plain text."
            : "It is not UTF-8 text. Save it as UTF-8 and import it again.");

    public static ReadResult.Rejected TooLarge(long bytes) =>
        new($"It has {bytes / 1024.0 / 1024.0:F1} MB; an article has {MaxBytes / 1024 / 1024} MB at most. Import the article alone.");

    private static ReadResult Read(string text)
    {
        var blocks = Blocks(text);
        if (blocks.Count == 0)
        {
            return new ReadResult.Rejected("It is empty. An article has a text.");
        }

        var heading = ArticleHeading.TakeFrom(blocks);
        if (heading.Problem is { } problem)
        {
            return new ReadResult.Rejected(problem);
        }

        if (blocks.Count == 0)
        {
            return new ReadResult.Rejected("It has a heading but no text below it. An article has a text.");
        }

        var headline = TakeHeadline(blocks);
        var body = string.Join("\n\n", blocks);
        return new ReadResult.Read(
            new Article(headline, OutletName.FindIn(body), heading.Url, Language: null, heading.PublishedAt, body));
    }

    /// <summary>Paragraphs: lines with nothing but white space part them, lines inside lose the white space around them.</summary>
    internal static List<string> Blocks(string text)
    {
        var lines = ControlCharacter().Replace(LineBreak().Replace(text, "\n"), "").Split('\n', StringSplitOptions.TrimEntries);
        return [.. string.Join('\n', lines).Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(block => block.Trim('\n')).Where(block => block.Length > 0)];
    }

    /// <summary>One short line that ends like no sentence, above the text.</summary>
    private static string? TakeHeadline(List<string> blocks)
    {
        var first = blocks[0];
        if (blocks.Count == 1 || first.Length > MaxHeadline || first.Contains('\n', StringComparison.Ordinal) || SentenceMark().IsMatch(first))
        {
            return null;
        }

        blocks.RemoveAt(0);
        return first;
    }

    [GeneratedRegex(@"\r\n?|[\u2028\u2029\u0085]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"[\p{Cc}-[\n\t]]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ControlCharacter();

    [GeneratedRegex(@"[.!…:;,。！।։][""'”’»)\]]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentenceMark();
}

public abstract record ReadResult
{
    public sealed record Read(Article Article) : ReadResult;

    /// <summary>One or two sentences: what is wrong and what to do.</summary>
    public sealed record Rejected(string Reason) : ReadResult;
}
