namespace SummaryBot.Summarization.Models;

/// <summary>Vectors of terms that stand in like company.</summary>
/// <param name="steps">Terms x <see cref="Size"/>; <see cref="Step"/> times these is the vector, of length about 1.</param>
/// <param name="weights">For each term how much it counts in a sentence: rare ones more.</param>
/// <param name="common">The direction that all sentences share, of length 1: it is taken out of them.</param>
internal sealed class Embeddings(sbyte[] steps, float[] weights, float[] common)
{
    public const int Size = 64;

    /// <summary>What one step of a coordinate is worth; the largest coordinate is 127 steps.</summary>
    public const float Step = 1f / 127;

    private readonly float[] _vectors = Array.ConvertAll(steps, step => step * Step);

    /// <summary>Of a language without any.</summary>
    public static Embeddings None { get; } = new([], [], new float[Size]);

    public sbyte[] Steps => steps;

    public float[] Weights => weights;

    public float[] Common => common;

    public ReadOnlySpan<float> Of(int row) => _vectors.AsSpan(row * Size, Size);

    public float WeightOf(int row) => weights[row];
}
