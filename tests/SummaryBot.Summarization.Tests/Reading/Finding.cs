using System.Runtime.InteropServices;

namespace SummaryBot.Summarization.Tests.Reading;

/// <summary>One thing wrong with a summary.</summary>
/// <param name="Fault">What.</param>
/// <param name="Sentence">In which of the article's sentences.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Finding(Fault Fault, int Sentence);
