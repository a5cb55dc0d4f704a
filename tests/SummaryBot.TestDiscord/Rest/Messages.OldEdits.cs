namespace SummaryBot.TestDiscord.Rest;

/// <summary>Edits of messages older than an hour, which Discord limits (error 30046).</summary>
internal sealed partial class Messages
{
    private static readonly TimeSpan AnHour = TimeSpan.FromHours(1);
    private readonly List<(string ChannelId, DateTimeOffset At)> _oldEdits = [];

    private bool IsOneEditTooMany(Message message)
    {
        if (world.Now - message.At <= AnHour)
        {
            return false;
        }

        _oldEdits.RemoveAll(edit => world.Now - edit.At > AnHour);
        var isTooMany = _oldEdits.Count(edit => edit.ChannelId == message.ChannelId) >= options.OldEditsPerHour;
        if (!isTooMany)
        {
            _oldEdits.Add((message.ChannelId, world.Now));
        }

        return isTooMany;
    }
}
