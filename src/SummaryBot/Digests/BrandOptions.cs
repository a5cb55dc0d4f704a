namespace SummaryBot.Digests;

/// <summary>A brand as somebody writes it; what is empty is not set.</summary>
public sealed class BrandOptions
{
    /// <summary>One line, 1 to 80 characters; Discord allows no name with "discord" or "clyde" in it.</summary>
    public string Name { get; set; } = "";

    /// <summary>The address of a picture, http or https, 2048 characters at most.</summary>
    public string Avatar { get; set; } = "";

    /// <summary><c>#RRGGBB</c>.</summary>
    public string Color { get; set; } = "";

    /// <summary>One line, 1 to 200 characters.</summary>
    public string Footer { get; set; } = "";
}
