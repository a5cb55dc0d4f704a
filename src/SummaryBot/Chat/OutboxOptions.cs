using System.ComponentModel.DataAnnotations;

namespace SummaryBot.Chat;

public sealed class OutboxOptions
{
    /// <summary>How long a delivery stays with the instance that took it before another may: 15 seconds to 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:15", "00:10:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many deliveries are sent side by side: 1 to 64.</summary>
    [Range(1, 64)]
    public int Parallel { get; set; } = 16;

    /// <summary>Where it is told, once, that a channel takes no messages any more; null tells the log alone.</summary>
    public ChannelAddress? AdminChannel { get; set; }

    /// <summary>Whether it is told there, too, what each run that wrote editions has done.</summary>
    public bool RunReports { get; set; } = true;
}
