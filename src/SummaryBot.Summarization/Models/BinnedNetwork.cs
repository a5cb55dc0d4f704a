using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SummaryBot.Summarization.Analysis;

namespace SummaryBot.Summarization.Models;

/// <summary>
/// A small network on binned features: each bin of each feature has a vector, a row's vectors are summed and rectified, and a second rectified layer leads to log-odds.
/// </summary>
/// <param name="edges">For each feature, ascending; a value belongs to the bin after the last edge that it reaches.</param>
/// <param name="vectors">Features x <see cref="Bins"/> x <see cref="First"/>.</param>
/// <param name="middle"><see cref="First"/> x <see cref="Second"/>.</param>
/// <param name="middleBias">Of the second layer.</param>
/// <param name="last">From the second layer to the log-odds.</param>
/// <param name="lastBias">Added to the log-odds.</param>
/// <remarks>Bins do for the network what splits do for trees: no scale to get wrong, and no value too far out.</remarks>
internal sealed class BinnedNetwork(float[][] edges, float[] vectors, float[] middle, float[] middleBias, float[] last, float lastBias)
{
    public const int Bins = 16;
    public const int First = 32;
    public const int Second = 16;

    public float[][] Edges => edges;

    public float[] Vectors => vectors;

    public float[] Middle => middle;

    public float[] MiddleBias => middleBias;

    public float[] Last => last;

    public float LastBias => lastBias;

    /// <returns>For each row its probability, 0 to 1.</returns>
    public float[] Predict(FeatureTable table)
    {
        var stride = StrideOf(table);
        var bins = ArrayPool<byte>.Shared.Rent(edges.Length * stride);
        Bin(table, stride, bins);
        var probabilities = new float[table.Rows];
        for (var row = 0; row < probabilities.Length; row += 2)
        {
            var (one, other) = Logits(bins.AsSpan(0, edges.Length * stride), stride, row);
            probabilities[row] = (float)PortableMath.Logistic(one);
            if (row + 1 < probabilities.Length)
            {
                probabilities[row + 1] = (float)PortableMath.Logistic(other);
            }
        }

        ArrayPool<byte>.Shared.Return(bins);
        return probabilities;
    }

    /// <returns>Rows x features: the bin of each value.</returns>
    public byte[] Bin(FeatureTable table)
    {
        var stride = StrideOf(table);
        var byFeature = new byte[edges.Length * stride];
        Bin(table, stride, byFeature);
        var bins = new byte[table.Rows * edges.Length];
        for (var at = 0; at < bins.Length; at++)
        {
            bins[at] = byFeature[(at % edges.Length * stride) + (at / edges.Length)];
        }

        return bins;
    }

    /// <summary>Room for the rows of a feature: a multiple of eight.</summary>
    private static int StrideOf(FeatureTable table) => (table.Rows + Vector256<float>.Count - 1) & -Vector256<float>.Count;

    /// <summary>Finds the bin of each value, features x stride, eight rows at a time.</summary>
    private void Bin(FeatureTable table, int stride, byte[] bins)
    {
        for (var feature = 0; feature < edges.Length; feature++)
        {
            for (var row = 0; row < table.Rows; row += Vector256<float>.Count)
            {
                var eight = Vector128.Narrow(Reached(FirstOf(table.Columns[feature].AsSpan(row)), edges[feature]), Vector128<short>.Zero);
                BinaryPrimitives.WriteInt64LittleEndian(bins.AsSpan((feature * stride) + row), eight.AsInt64().ToScalar());
            }
        }
    }

    /// <summary>The bin is the number of edges that a value reaches.</summary>
    private static Vector128<short> Reached(Vector256<float> values, float[] ascending)
    {
        var reached = Vector256<int>.Zero;
        foreach (var edge in ascending)
        {
            reached -= Vector256.GreaterThanOrEqual(values, Vector256.Create(edge)).AsInt32(); // all bits set is -1
        }

        return Vector128.Narrow(reached.GetLower(), reached.GetUpper());
    }

    private static Vector256<float> FirstOf(ReadOnlySpan<float> rows)
    {
        if (rows.Length >= Vector256<float>.Count)
        {
            return Vector256.Create(rows);
        }

        Span<float> few = stackalloc float[Vector256<float>.Count];
        few.Clear();
        rows.CopyTo(few);
        return Vector256.Create<float>(few);
    }

    /// <summary>The log-odds of two rows, whose sums a processor makes side by side.</summary>
    private (float One, float Other) Logits(ReadOnlySpan<byte> bins, int stride, int row)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(vectors);
        var (a, b, c, d) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        var (e, f, g, h) = (a, b, c, d);
        for (int at = row, first = 0; at < bins.Length; at += stride, first += Bins * First)
        {
            var (one, other) = ((nuint)(first + (bins[at] * First)), (nuint)(first + (bins[at + 1] * First)));
            a += Vector256.LoadUnsafe(ref table, one);
            b += Vector256.LoadUnsafe(ref table, one + 8);
            c += Vector256.LoadUnsafe(ref table, one + 16);
            d += Vector256.LoadUnsafe(ref table, one + 24);
            e += Vector256.LoadUnsafe(ref table, other);
            f += Vector256.LoadUnsafe(ref table, other + 8);
            g += Vector256.LoadUnsafe(ref table, other + 16);
            h += Vector256.LoadUnsafe(ref table, other + 24);
        }

        Span<float> hidden = stackalloc float[2 * First];
        ref var to = ref MemoryMarshal.GetReference(hidden);
        Vector256.Max(a, Vector256<float>.Zero).StoreUnsafe(ref to);
        Vector256.Max(b, Vector256<float>.Zero).StoreUnsafe(ref to, 8);
        Vector256.Max(c, Vector256<float>.Zero).StoreUnsafe(ref to, 16);
        Vector256.Max(d, Vector256<float>.Zero).StoreUnsafe(ref to, 24);
        Vector256.Max(e, Vector256<float>.Zero).StoreUnsafe(ref to, First);
        Vector256.Max(f, Vector256<float>.Zero).StoreUnsafe(ref to, First + 8);
        Vector256.Max(g, Vector256<float>.Zero).StoreUnsafe(ref to, First + 16);
        Vector256.Max(h, Vector256<float>.Zero).StoreUnsafe(ref to, First + 24);
        return Out(ref to);
    }

    private (float One, float Other) Out(ref float hidden)
    {
        ref var weights = ref MemoryMarshal.GetArrayDataReference(middle);
        ref var bias = ref MemoryMarshal.GetArrayDataReference(middleBias);
        var (a, b) = (Vector256.LoadUnsafe(ref bias), Vector256.LoadUnsafe(ref bias, 8));
        var (c, d) = (a, b);
        for (var i = 0; i < First; i++)
        {
            var (low, high) = (Vector256.LoadUnsafe(ref weights, (nuint)(i * Second)), Vector256.LoadUnsafe(ref weights, (nuint)((i * Second) + 8)));
            var (one, other) = (Vector256.Create(Unsafe.Add(ref hidden, i)), Vector256.Create(Unsafe.Add(ref hidden, First + i)));
            a += one * low;
            b += one * high;
            c += other * low;
            d += other * high;
        }

        return (LogOdds(a, b), LogOdds(c, d));
    }

    private float LogOdds(Vector256<float> low, Vector256<float> high)
    {
        ref var lasts = ref MemoryMarshal.GetArrayDataReference(last);
        var products = (Vector256.Max(low, Vector256<float>.Zero) * Vector256.LoadUnsafe(ref lasts))
            + (Vector256.Max(high, Vector256<float>.Zero) * Vector256.LoadUnsafe(ref lasts, 8));
        var sum = lastBias;
        for (var lane = 0; lane < Vector256<float>.Count; lane++)
        {
            sum += products.GetElement(lane);
        }

        return sum;
    }
}
