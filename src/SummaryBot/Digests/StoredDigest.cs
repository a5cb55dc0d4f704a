namespace SummaryBot.Digests;

/// <param name="NextDue">The first time that no edition was written for.</param>
public sealed record StoredDigest(long Id, Digest Digest, Due NextDue)
{
    /// <summary>When it is due next, for people: its local time, or <c>at once</c> where it waits for nothing.</summary>
    public string NextText => NextDue == Due.Never ? "at once" : NextDue.LocalText;
}
