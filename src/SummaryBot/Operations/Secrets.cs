namespace SummaryBot.Operations;

/// <summary>What must never be shown. Everything that leaves the bot as text goes through <see cref="Redact"/>.</summary>
/// <param name="values">The secrets themselves. Those under 6 characters are left out: too much innocent text would hold them.</param>
public sealed class Secrets(IEnumerable<string> values)
{
    private const int ShortestSecret = 6;
    private const string Mask = "[secret]";

    // longest first, so that a secret inside another leaves no rest behind
    private readonly string[] _values =
        [.. values.SelectMany(Spellings).Where(value => value.Length >= ShortestSecret).Distinct(StringComparer.Ordinal).OrderByDescending(value => value.Length)];

    public bool AreIn(string text) => Array.Exists(_values, value => text.Contains(value, StringComparison.OrdinalIgnoreCase));

    public string Redact(string text)
    {
        foreach (var value in _values)
        {
            text = text.Replace(value, Mask, StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }

    private static IEnumerable<string> Spellings(string secret) => [secret, Uri.EscapeDataString(secret), Uri.UnescapeDataString(secret)];
}
