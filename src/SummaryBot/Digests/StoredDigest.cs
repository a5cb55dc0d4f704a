namespace SummaryBot.Digests;

/// <param name="NextDue">The first time that no edition was written for.</param>
public sealed record StoredDigest(long Id, Digest Digest, Due NextDue);
