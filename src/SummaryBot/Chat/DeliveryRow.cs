namespace SummaryBot.Chat;

internal sealed class DeliveryRow
{
    public required string Nonce { get; init; }

    public required string Channel { get; init; }

    public required string Message { get; init; }

    public int Attempts { get; init; }

    public long? FirstTriedAt { get; init; }

    public int MayHaveArrived { get; init; }

    public long DueAt { get; init; }

    public Delivery ToDelivery() => new(
        ChannelAddress.TryParse(Channel)!,
        MessageJson.Read(Message),
        Nonce,
        Attempts,
        FirstTriedAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
        MayHaveArrived != 0);
}
