namespace SummaryBot.Digests;

/// <summary>A digest as the configuration or the command line writes it; <see cref="DigestReader"/> checks it.</summary>
public sealed class DigestOptions
{
    /// <summary>Unique, one line, 1 to 64 characters.</summary>
    public string Name { get; set; } = "";

    /// <summary><c>console</c>, <c>file:PATH</c>, the id of a Discord channel, or a Discord webhook's address.</summary>
    public string Channel { get; set; } = "";

    /// <summary>Local times as <c>08:00</c>, at least one.</summary>
    public IList<string> Times { get; } = [];

    /// <summary><c>daily</c>, <c>weekdays</c>, or days such as <c>mon</c>.</summary>
    public IList<string> Days { get; } = [];

    /// <summary>An IANA zone such as <c>Europe/London</c>.</summary>
    public string Zone { get; set; } = "UTC";

    /// <summary>1 to 20.</summary>
    public int MaxStories { get; set; } = 8;

    /// <summary><c>short</c>, <c>medium</c> or <c>long</c>.</summary>
    public string Length { get; set; } = "short";

    /// <summary><c>cards</c>, <c>compact</c> or <c>plain</c>.</summary>
    public string Layout { get; set; } = "cards";

    /// <summary><c>skip</c>, <c>note</c> or <c>wait</c>.</summary>
    public string Empty { get; set; } = "skip";

    /// <summary>The id of the Discord server, whose brand is used where the digest has none; empty for none.</summary>
    public string Guild { get; set; } = "";

    /// <summary>The id of a role that is mentioned once in each edition; empty for none.</summary>
    public string Mention { get; set; } = "";

    /// <summary><c>none</c>, <c>digest</c> or <c>story</c>.</summary>
    public string Thread { get; set; } = "none";

    /// <summary>Whether what is posted in an announcement channel is published to its followers.</summary>
    public bool Crosspost { get; set; }

    /// <summary>Names or ids of a forum's tags, 5 at most.</summary>
    public IList<string> Tags { get; } = [];

    public BrandOptions Brand { get; set; } = new();

    /// <summary>How it chooses.</summary>
    public EditorialOptions Editing { get; set; } = new();
}
