using System.Globalization;
using SummaryBot.Chat;
using SummaryBot.Discord.Rendering;

namespace SummaryBot.Host.Simulation;

/// <summary>A chat that takes every message and shows it to nobody. It has Discord's limits, whatever it stands for.</summary>
internal sealed class MemoryChat(string scheme, TimeProvider time, Random random) : IChat
{
    /// <summary>Discord's ids count milliseconds from 2015 on, above 22 bits of other things: <see href="https://discord.com/developers/docs/reference#snowflakes"/>.</summary>
    private const long DiscordEpoch = 1_420_070_400_000;

    private const int OtherBits = 22;

    public string Scheme => scheme;

    public ChatLimits Limits => MessageRenderer.Limits;

    public Task<SendOutcome> SendAsync(Delivery delivery, CancellationToken cancellationToken) => Task.FromResult<SendOutcome>(new SendOutcome.Sent(NewId()));

    public Task<FindOutcome> FindAsync(Delivery delivery, CancellationToken cancellationToken) => Task.FromResult<FindOutcome>(new FindOutcome.Missing());

    public Task<ChangeOutcome> EditAsync(SentMessage sent, ChatMessage message, CancellationToken cancellationToken) =>
        Task.FromResult<ChangeOutcome>(new ChangeOutcome.Done());

    public Task<ChangeOutcome> DeleteAsync(SentMessage sent, CancellationToken cancellationToken) => Task.FromResult<ChangeOutcome>(new ChangeOutcome.Done());

    private string NewId()
    {
        lock (random)
        {
#pragma warning disable CA5394 // ids guard no secret, and a seed must give the same ones
            var id = (Math.Max(0, time.GetUtcNow().ToUnixTimeMilliseconds() - DiscordEpoch) << OtherBits) + random.Next(1 << OtherBits);
#pragma warning restore CA5394
            return id.ToString(CultureInfo.InvariantCulture);
        }
    }
}
