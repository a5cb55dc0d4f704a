using System.ComponentModel.DataAnnotations;

namespace SummaryBot.Digests;

public sealed class DispatchOptions
{
    /// <summary>How late an edition may still go out; one missed for longer is folded into the next: 1 minute to 2 days.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "2.00:00:00")]
    public TimeSpan Grace { get; set; } = TimeSpan.FromHours(12);
}
