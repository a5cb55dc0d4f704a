using System.Runtime.InteropServices;

namespace SummaryBot.Summarization.Text;

/// <summary>A part of a text.</summary>
/// <param name="Start">Where it starts, in UTF-16 units.</param>
/// <param name="End">Where it ends (exclusive), in UTF-16 units.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>How long it is, in UTF-16 units.</summary>
    public int Length => End - Start;
}
