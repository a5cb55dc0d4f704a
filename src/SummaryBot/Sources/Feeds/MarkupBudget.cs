using System.Text;

namespace SummaryBot.Sources.Feeds;

/// <summary>How much work the HTML of one feed may make. What is nested to harm is read without its structure.</summary>
/// <remarks>
/// An HTML parser makes up to (tags × open elements) nodes, because it opens formatting elements again in each paragraph; texts of news stay under 50,000.
/// </remarks>
internal sealed class MarkupBudget
{
    private const int MaxDepth = 128;
    private const int MaxNodes = 200_000; // of one text

    private static readonly HashSet<string> ClosedBySiblings = new(
        ["p", "li", "dd", "dt", "td", "th", "tr", "br", "hr", "img", "input", "meta", "wbr", "embed", "col", "link", "area", "source"], StringComparer.OrdinalIgnoreCase);

    private long _left = 4_000_000;

    public bool Allows(string html)
    {
        var (depth, tags) = Measure(html);
        var cost = (long)tags * depth;
        if (depth > MaxDepth || cost > MaxNodes || cost > _left)
        {
            return false;
        }

        _left -= cost;
        return true;
    }

    /// <summary>The text between the tags, with blank lines where blocks begin and end.</summary>
    public static string Flatten(string html)
    {
        var text = new StringBuilder(html.Length);
        var scanner = new TagScanner(html);
        while (scanner.Next())
        {
            var name = scanner.Name;
            if (scanner.Kind is TagKind.Text or TagKind.Data)
            {
                text.Append(Entities.Decode(scanner.Text).ReplaceLineEndings(" "));
            }
            else if (scanner.Kind == TagKind.Start && (IsNamed(name, "script") || IsNamed(name, "style")))
            {
                scanner.SkipToEndOf(name);
            }
            else if (IsNamed(name, "p") || IsNamed(name, "div") || IsNamed(name, "br") || IsNamed(name, "li"))
            {
                text.Append("\n\n");
            }
        }

        return text.ToString();
    }

    /// <summary>Counts an end tag only where its element is open, so that made-up ones hide nothing.</summary>
    private static (int Depth, int Tags) Measure(string html)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var (depth, deepest, tags) = (1, 1, 0);
        var scanner = new TagScanner(html);
        while (scanner.Next())
        {
            tags++;
            if (scanner.Kind is TagKind.Text or TagKind.Data || ClosedBySiblings.Contains(scanner.Name))
            {
                continue;
            }

            var count = open.GetValueOrDefault(scanner.Name);
            var change = scanner.Kind == TagKind.Start ? 1 : count > 0 ? -1 : 0;
            open[scanner.Name] = count + change;
            depth += change;
            deepest = Math.Max(deepest, depth);
        }

        return (deepest, tags);
    }

    private static bool IsNamed(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
