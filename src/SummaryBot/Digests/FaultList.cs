namespace SummaryBot.Digests;

/// <summary>Faults in what somebody wrote, a line each: which key, what it holds, what it may hold.</summary>
internal sealed class FaultList(IList<string> faults)
{
    private const string Remedy = "\": write ";

    /// <summary>Reads which key a fault is of, and what that holds; null where it was not written here.</summary>
    public static (string Key, string Value)? TryParse(string fault)
    {
        var (open, end) = (fault.IndexOf(" \"", StringComparison.Ordinal), fault.LastIndexOf(Remedy, StringComparison.Ordinal));
        return open > 0 && end >= open + 2 ? (fault[..open], fault[(open + 2)..end]) : null;
    }

    public void That(bool holds, string key, string value, string remedy)
    {
        if (!holds)
        {
            faults.Add($"{key} \"{value}{Remedy}{remedy}.");
        }
    }
}
