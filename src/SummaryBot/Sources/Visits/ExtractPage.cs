using SummaryBot.Articles.Extraction;

namespace SummaryBot.Sources.Visits;

/// <summary>Reads a page from outside in bounded time and memory: <see cref="PageExtractor.ExtractAsync"/>.</summary>
public delegate Task<PageResult> ExtractPage(ReadOnlyMemory<byte> body, string? charset, Uri? address, CancellationToken cancellationToken);
