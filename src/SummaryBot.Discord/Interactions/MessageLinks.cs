namespace SummaryBot.Discord.Interactions;

/// <summary>Finds the links of a message.</summary>
internal static class MessageLinks
{
    public const int Most = 5;

    private const int MaxLength = 2000;

    /// <summary>What no address holds as it is written in a message: markup, or the end of the angle brackets around it.</summary>
    private const string Ends = "<>\"`|\\^{}";

    /// <summary>Behind an address it belongs to the sentence.</summary>
    private const string Trailing = ".,;:!?'*_~…’”»";

    /// <summary>The first distinct http and https addresses, in their order, without fragments.</summary>
    public static IReadOnlyList<Uri> In(TargetMessage message) =>
        [.. message.Texts.SelectMany(In).Concat(message.Addresses.Select(Address).OfType<Uri>()).DistinctBy(uri => uri.AbsoluteUri, StringComparer.Ordinal).Take(Most)];

    /// <summary>The addresses in a text in Discord's markdown.</summary>
    public static IEnumerable<Uri> In(string text)
    {
        for (var at = Next(text, 0); at >= 0;)
        {
            var found = Cut(text, at);
            if (Address(found) is { } address)
            {
                yield return address;
            }

            at = Next(text, at + Math.Max(found.Length, 4));
        }
    }

    private static int Next(string text, int from)
    {
        while (from < text.Length && text.IndexOf("http", from, StringComparison.OrdinalIgnoreCase) is var at and >= 0)
        {
            var rest = text.AsSpan(at);
            var starts = rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
            if (starts && (at == 0 || !char.IsLetterOrDigit(text[at - 1])))
            {
                return at;
            }

            from = at + 4;
        }

        return -1;
    }

    /// <summary>Up to white space, markup or a bracket that was opened before the address; so <c>[label](address)</c> works and <c>/a_(b)</c> too.</summary>
    private static string Cut(string text, int start)
    {
        var (end, round, square) = (start, 0, 0);
        for (; end < text.Length; end++)
        {
            var c = text[end];
            round += c switch { '(' => 1, ')' => -1, _ => 0 };
            square += c switch { '[' => 1, ']' => -1, _ => 0 };
            if (round < 0 || square < 0 || char.IsWhiteSpace(c) || char.IsControl(c) || Ends.Contains(c, StringComparison.Ordinal))
            {
                break;
            }
        }

        return text[start..end].TrimEnd(Trailing.ToCharArray());
    }

    private static Uri? Address(string text) =>
        text.Length <= MaxLength && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address is { Scheme: "http" or "https", UserInfo: "", Host.Length: > 0 }
            ? new Uri(address.GetLeftPart(UriPartial.Query))
            : null;
}
