using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SummaryBot.Articles.Inbox;

/// <summary>Reads an article from Markdown: its front matter, its first heading as the headline, its blocks as paragraphs. Pictures and HTML are left out.</summary>
public static class MarkdownReader
{
    /// <summary>Markdig's time grows with the square of links that do not end: 20 times as many take 6 minutes.</summary>
    private const int MaxBrackets = 5000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().Build();

    public static ReadResult Read(byte[] bytes)
    {
        if (TextBytes.Decode(bytes) is not { } text)
        {
            return new ReadResult.Rejected("It is not UTF-8 text. Save it as UTF-8 and put it into the inbox again.");
        }

        var matter = FrontMatter.TakeFrom(text.ReplaceLineEndings("\n"), out var rest);
        if (matter.Problem is { } problem)
        {
            return new ReadResult.Rejected(problem);
        }

        if (rest.Count(letter => letter == '[') > MaxBrackets)
        {
            return new ReadResult.Rejected($"It has more than {MaxBrackets} links. An article has fewer.");
        }

        try
        {
            return Of(matter, Markdown.Parse(rest, Pipeline));
        }
        catch (ArgumentException)
        {
            return new ReadResult.Rejected("Its Markdown is nested too deeply to be an article."); // Markdig stops at 128 levels
        }
    }

    private static ReadResult Of(FrontMatter matter, MarkdownDocument document)
    {
        var blocks = new List<string>();
        var heading = document.FirstOrDefault() is HeadingBlock first ? Line(first.Inline) : null;
        foreach (var block in document.Skip(heading is null || !string.Equals(matter.Title ?? heading, heading, StringComparison.Ordinal) ? 0 : 1))
        {
            Add(block, blocks);
        }

        return blocks.Count > 0
            ? new ReadResult.Read(new Article(matter.Title ?? heading, matter.Source, matter.Url, Language: null, matter.Date, string.Join("\n\n", blocks)))
            : new ReadResult.Rejected("It has no text. An article has one.");
    }

    private static void Add(Block block, List<string> blocks)
    {
        var text = block switch
        {
            HtmlBlock => "",
            CodeBlock code => Clean(code.Lines.ToString().ReplaceLineEndings(" ")),
            LeafBlock leaf => Line(leaf.Inline),
            _ => "",
        };
        blocks.AddRange(text.Length > 0 ? [text] : []);
        foreach (var inner in block as ContainerBlock ?? Enumerable.Empty<Block>())
        {
            Add(inner, blocks);
        }
    }

    private static string Line(ContainerInline? inlines)
    {
        var line = new StringBuilder();
        Append(inlines, line);
        return Clean(line.ToString());
    }

    private static void Append(ContainerInline? inlines, StringBuilder line)
    {
        foreach (var inline in inlines ?? Enumerable.Empty<Inline>())
        {
            _ = inline switch
            {
                LiteralInline literal => line.Append(literal.Content.AsSpan()),
                CodeInline code => line.Append(code.Content),
                AutolinkInline link => line.Append(link.Url),
                HtmlEntityInline entity => line.Append(entity.Transcoded.AsSpan()),
                LineBreakInline => line.Append(' '),
                _ => line,
            };
            if (inline is ContainerInline inner and not LinkInline { IsImage: true })
            {
                Append(inner, line);
            }
        }
    }

    private static string Clean(string text) =>
        string.Join(' ', string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
