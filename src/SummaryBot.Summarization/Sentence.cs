namespace SummaryBot.Summarization;

/// <summary>One whole sentence of a text, as offsets into it.</summary>
/// <param name="Index">Its place among the sentences of the text, from 0.</param>
/// <param name="Start">Where it starts, in UTF-16 units.</param>
/// <param name="End">Where it ends (exclusive), in UTF-16 units: <c>text[Start..End]</c> is the sentence, word for word.</param>
/// <param name="Score">How much it stands for the text: 0 (least) to 1 (most), comparable within one text only; 0 for one that was not ranked.</param>
/// <param name="Rank">Its place among the chosen sentences by score: 1 has the highest; of equals the earlier is the higher.</param>
public sealed record Sentence(int Index, int Start, int End, double Score, int Rank);
