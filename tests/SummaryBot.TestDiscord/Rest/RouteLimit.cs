namespace SummaryBot.TestDiscord.Rest;

/// <summary>A limit as the headers tell it.</summary>
/// <param name="Bucket">Routes of one name share the limit, for each channel, guild or webhook on its own.</param>
/// <param name="Requests">How many in a window, 1 or more.</param>
public sealed record RouteLimit(string Bucket, int Requests, TimeSpan Window);
