using System.Runtime.InteropServices;

namespace SummaryBot.Summarization.Models;

/// <summary>What news has taught of a term.</summary>
/// <param name="Idf">ln((documents + 1) / (documents with it + 0.5)).</param>
/// <param name="Rate">How often a reference summary keeps it when the article has it, smoothed: (kept + 0.96) / (seen + 8).</param>
/// <param name="Seen">In how many articles it was seen, at most 200.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TermPrior(float Idf, float Rate, float Seen);
