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
        var bins = Bin(table);
        var probabilities = new float[table.Rows];
        for (var row = 0; row < probabilities.Length; row++)
        {
            probabilities[row] = (float)PortableMath.Logistic(Logit(bins.AsSpan(row * edges.Length, edges.Length)));
        }

        return probabilities;
    }

    /// <returns>Rows x features: the bin of each value.</returns>
    public byte[] Bin(FeatureTable table)
    {
        var bins = new byte[table.Rows * edges.Length];
        for (var feature = 0; feature < edges.Length; feature++)
        {
            Bin(table.Columns[feature], edges[feature], bins, feature);
        }

        return bins;
    }

    /// <summary>Eight rows at a time: the bin is the number of edges that a value reaches.</summary>
    private void Bin(float[] column, float[] ascending, byte[] bins, int feature)
    {
        ref var values = ref MemoryMarshal.GetArrayDataReference(column);
        var row = 0;
        for (; row <= column.Length - Vector256<float>.Count; row += Vector256<float>.Count)
        {
            var value = Vector256.LoadUnsafe(ref values, (nuint)row);
            var reached = Vector256<int>.Zero;
            foreach (var edge in ascending)
            {
                reached -= Vector256.GreaterThanOrEqual(value, Vector256.Create(edge)).AsInt32(); // all bits set is -1
            }

            for (var lane = 0; lane < Vector256<int>.Count; lane++)
            {
                bins[((row + lane) * edges.Length) + feature] = (byte)reached.GetElement(lane);
            }
        }

        for (; row < column.Length; row++)
        {
            foreach (var edge in ascending)
            {
                bins[(row * edges.Length) + feature] += column[row] >= edge ? (byte)1 : (byte)0;
            }
        }
    }

    private float Logit(ReadOnlySpan<byte> bins)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(vectors);
        var (a, b, c, d) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        for (var feature = 0; feature < bins.Length; feature++)
        {
            var at = (nuint)(((feature * Bins) + bins[feature]) * First);
            a += Vector256.LoadUnsafe(ref table, at);
            b += Vector256.LoadUnsafe(ref table, at + 8);
            c += Vector256.LoadUnsafe(ref table, at + 16);
            d += Vector256.LoadUnsafe(ref table, at + 24);
        }

        Span<float> hidden = stackalloc float[First];
        ref var to = ref MemoryMarshal.GetReference(hidden);
        Vector256.Max(a, Vector256<float>.Zero).StoreUnsafe(ref to);
        Vector256.Max(b, Vector256<float>.Zero).StoreUnsafe(ref to, 8);
        Vector256.Max(c, Vector256<float>.Zero).StoreUnsafe(ref to, 16);
        Vector256.Max(d, Vector256<float>.Zero).StoreUnsafe(ref to, 24);
        return Out(ref to);
    }

    private float Out(ref float hidden)
    {
        ref var weights = ref MemoryMarshal.GetArrayDataReference(middle);
        ref var bias = ref MemoryMarshal.GetArrayDataReference(middleBias);
        var (a, b) = (Vector256.LoadUnsafe(ref bias), Vector256.LoadUnsafe(ref bias, 8));
        for (var i = 0; i < First; i++)
        {
            var x = Vector256.Create(Unsafe.Add(ref hidden, i));
            a += x * Vector256.LoadUnsafe(ref weights, (nuint)(i * Second));
            b += x * Vector256.LoadUnsafe(ref weights, (nuint)((i * Second) + 8));
        }

        ref var lasts = ref MemoryMarshal.GetArrayDataReference(last);
        var products = (Vector256.Max(a, Vector256<float>.Zero) * Vector256.LoadUnsafe(ref lasts))
            + (Vector256.Max(b, Vector256<float>.Zero) * Vector256.LoadUnsafe(ref lasts, 8));
        var sum = lastBias;
        for (var lane = 0; lane < Vector256<float>.Count; lane++)
        {
            sum += products.GetElement(lane);
        }

        return sum;
    }
}
