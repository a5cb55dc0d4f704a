namespace SummaryBot.Digests;

/// <summary>Faults in what somebody wrote, a line each: which key, what it holds, what it may hold.</summary>
internal sealed class FaultList(IList<string> faults)
{
    public void That(bool holds, string key, string value, string remedy)
    {
        if (!holds)
        {
            faults.Add($"{key} \"{value}\": write {remedy}.");
        }
    }
}
