using SummaryBot.Chat;
using SummaryBot.Language;

namespace SummaryBot.Commands.Shape;

/// <summary>An answer in plain words; a chat lays it out and keeps to its own limits.</summary>
public sealed record Reply
{
    /// <summary>One line; null for none.</summary>
    public ReplyText? Title { get; init; }

    /// <summary>A paragraph each. What does not fit is counted, not cut.</summary>
    public IReadOnlyList<ReplyText> Lines { get; init; } = [];

    /// <summary>Small print below; null for none.</summary>
    public ReplyText? Note { get; init; }

    /// <summary>The summary of an article; null where it is none.</summary>
    public SummaryCard? Card { get; init; }

    /// <summary>An edition to show as it is or would be posted; null where there is none.</summary>
    public ChatMessage? Message { get; init; }

    /// <summary>25 at most, links among them; five stand in a row.</summary>
    public IReadOnlyList<ReplyButton> Buttons { get; init; } = [];

    /// <summary>Menus above the buttons; with the rows of buttons 5 at most.</summary>
    public IReadOnlyList<ReplyMenu> Menus { get; init; } = [];

    /// <summary>A file that comes with it; null for none.</summary>
    public ReplyFile? File { get; init; }

    /// <summary>What went wrong; null where nothing did.</summary>
    public ErrorCode? Error { get; init; }

    /// <summary>Messages that follow, 4 at most.</summary>
    public IReadOnlyList<Reply> More { get; init; } = [];

    /// <summary>One line.</summary>
    public static Reply Say(ReplyText line) => new() { Lines = [line] };

    /// <summary>An error with its cause and the one next step: the texts <c>error.CODE.cause</c> and <c>error.CODE.next</c>.</summary>
    public static Reply Fail(Words words, ErrorCode code, params ReadOnlySpan<(string Name, object? Value)> values) => new()
    {
        Error = code,
        Lines = [words.Of($"error.{code}.cause", values), words.Of($"error.{code}.next", values)],
    };
}

/// <summary>A button.</summary>
/// <param name="Label">1 to 80 UTF-16 units; cut where it is longer.</param>
/// <param name="Kind">Of an <see cref="ActionSpec"/>; null for a link.</param>
/// <param name="Payload">What it remembers: <see cref="MaxPayload"/> UTF-16 units at most.</param>
public sealed record ReplyButton(string Label, string? Kind, string Payload)
{
    public const int MaxPayload = 64;

    /// <summary>Whether everybody who sees it may press it, not only whom the answer is for.</summary>
    public bool IsForAll { get; init; }

    public bool IsDisabled { get; init; }

    public ButtonLook Look { get; init; }

    /// <summary>Where a link leads, http or https, 512 UTF-16 units at most.</summary>
    public Uri? Address { get; init; }

    public static ReplyButton Link(string label, Uri address) => new(label, null, "") { Address = address };
}

public enum ButtonLook
{
    Plain,

    /// <summary>What most people want.</summary>
    Main,

    /// <summary>What takes something away.</summary>
    Danger,
}

/// <summary>A menu.</summary>
/// <param name="Kind">Of an <see cref="ActionSpec"/>.</param>
/// <param name="Placeholder">What stands in it while nothing is chosen, 150 UTF-16 units at most.</param>
/// <param name="Options">1 to 25; none for a menu of channels.</param>
public sealed record ReplyMenu(string Kind, string Payload, string Placeholder, IReadOnlyList<MenuOption> Options)
{
    public int Max { get; init; } = 1;

    public bool IsForAll { get; init; }

    /// <summary>Channels of these kinds are offered instead of options.</summary>
    public IReadOnlyList<ChannelType> ChannelTypes { get; init; } = [];
}

/// <param name="Label">1 to 100 UTF-16 units; cut where it is longer.</param>
/// <param name="Value">1 to 100.</param>
public sealed record MenuOption(string Label, string Value, string? Description = null, bool IsChosen = false);

/// <param name="Name">With its extension.</param>
public sealed record ReplyFile(string Name, ReadOnlyMemory<byte> Content);
