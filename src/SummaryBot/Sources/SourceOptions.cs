using System.ComponentModel.DataAnnotations;

namespace SummaryBot.Sources;

public sealed class SourceOptions
{
    /// <summary>A source is visited this often at most: 5 minutes to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "1.00:00:00")]
    public TimeSpan MinInterval { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>A source is visited this often at least, also where it asks for less: 5 minutes to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "1.00:00:00")]
    public TimeSpan MaxInterval { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How many sources are visited side by side: 1 to 64.</summary>
    [Range(1, 64)]
    public int Parallel { get; set; } = 32;
}
