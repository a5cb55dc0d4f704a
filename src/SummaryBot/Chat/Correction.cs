using System.Text.Json.Serialization;

namespace SummaryBot.Chat;

/// <summary>Stories of a sent message that were written anew, because their articles do not say any more what the message showed.</summary>
/// <param name="Time">When, in the zone of the digest: <c>10:40</c>.</param>
/// <param name="Stories">Their numbers in the message, from 1, in order; one or more.</param>
/// <param name="Day">The local day for people, <c>31 March</c>, where that is not the edition's own; null where it is.</param>
public sealed record Correction(
    string Time, IReadOnlyList<int> Stories, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Day = null);
