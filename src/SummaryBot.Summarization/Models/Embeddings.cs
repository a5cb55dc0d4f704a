using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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

    /// <summary>Of a language without any.</summary>
    public static Embeddings None { get; } = new([], [], new float[Size]);

    public sbyte[] Steps => steps;

    public float[] Weights => weights;

    public float[] Common => common;

    /// <summary>Writes a term's vector. It is made of its steps each time: as floats all of them would take four times the memory, and the caches.</summary>
    /// <param name="row">The term.</param>
    /// <param name="vector">Room for <see cref="Size"/>.</param>
    public void CopyTo(int row, Span<float> vector)
    {
        ref var from = ref MemoryMarshal.GetReference(steps.AsSpan(row * Size, Size));
        ref var to = ref MemoryMarshal.GetReference(vector[..Size]);
        for (nuint i = 0; i < Size; i += (nuint)Vector128<sbyte>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref from, i));
            var ((a, b), (c, d)) = (Vector128.Widen(low), Vector128.Widen(high));
            (Vector128.ConvertToSingle(a) * Step).StoreUnsafe(ref to, i);
            (Vector128.ConvertToSingle(b) * Step).StoreUnsafe(ref to, i + 4);
            (Vector128.ConvertToSingle(c) * Step).StoreUnsafe(ref to, i + 8);
            (Vector128.ConvertToSingle(d) * Step).StoreUnsafe(ref to, i + 12);
        }
    }

    public float WeightOf(int row) => weights[row];
}
