using System.Runtime.InteropServices;

namespace SummaryBot.Summarization.Reading;

/// <summary>A part of a text between quotation marks.</summary>
/// <param name="Start">Where its opening mark stands.</param>
/// <param name="End">Behind its closing mark, or where it is given up.</param>
/// <param name="IsClosed">Whether its closing mark was found.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Quotation(int Start, int End, bool IsClosed);
