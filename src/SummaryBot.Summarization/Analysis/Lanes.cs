using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SummaryBot.Summarization.Analysis;

/// <summary>Sums in eight lanes. The order of additions is written down here, so that every processor gives the same bits; no fused multiply-add for the same reason.</summary>
internal static class Lanes
{
    private const int Width = 8;

    /// <summary>Zeros, row by row: one array of 200 x 200 would be a large object, which only a full collection takes away.</summary>
    public static float[][] Square(int count)
    {
        var rows = new float[count][];
        for (var i = 0; i < count; i++)
        {
            rows[i] = new float[count];
        }

        return rows;
    }

    /// <summary>Adds <paramref name="factor"/> times a row to another of the same length.</summary>
    public static void AddScaled(Span<float> sum, ReadOnlySpan<float> row, float factor)
    {
        ref var to = ref MemoryMarshal.GetReference(sum);
        ref var from = ref MemoryMarshal.GetReference(row);
        var i = 0;
        for (var factors = Vector256.Create(factor); i <= sum.Length - Width; i += Width)
        {
            var product = Vector256.LoadUnsafe(ref from, (nuint)i) * factors;
            (Vector256.LoadUnsafe(ref to, (nuint)i) + product).StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < sum.Length; i++)
        {
            Unsafe.Add(ref to, i) += Unsafe.Add(ref from, i) * factor;
        }
    }

    /// <summary>The same, but what is below <paramref name="least"/> counts as 0.</summary>
    public static void AddScaled(Span<float> sum, ReadOnlySpan<float> row, float factor, float least)
    {
        ref var to = ref MemoryMarshal.GetReference(sum);
        ref var from = ref MemoryMarshal.GetReference(row);
        var (factors, bounds) = (Vector256.Create(factor), Vector256.Create(least));
        var i = 0;
        for (; i <= sum.Length - Width; i += Width)
        {
            var values = Vector256.LoadUnsafe(ref from, (nuint)i);
            var product = (values & Vector256.GreaterThanOrEqual(values, bounds)) * factors;
            (Vector256.LoadUnsafe(ref to, (nuint)i) + product).StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < sum.Length; i++)
        {
            var value = Unsafe.Add(ref from, i);
            Unsafe.Add(ref to, i) += value >= least ? value * factor : 0;
        }
    }

    public static float Sum(ReadOnlySpan<float> row)
    {
        ref var from = ref MemoryMarshal.GetReference(row);
        var lanes = Vector256<float>.Zero;
        var i = 0;
        for (; i <= row.Length - Width; i += Width)
        {
            lanes += Vector256.LoadUnsafe(ref from, (nuint)i);
        }

        var sum = SumOf(lanes);
        for (; i < row.Length; i++)
        {
            sum += Unsafe.Add(ref from, i);
        }

        return sum;
    }

    /// <summary>Keeps the higher of each pair.</summary>
    public static void Max(Span<float> most, ReadOnlySpan<float> row)
    {
        ref var to = ref MemoryMarshal.GetReference(most);
        ref var from = ref MemoryMarshal.GetReference(row);
        var i = 0;
        for (; i <= most.Length - Width; i += Width)
        {
            Vector256.Max(Vector256.LoadUnsafe(ref to, (nuint)i), Vector256.LoadUnsafe(ref from, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < most.Length; i++)
        {
            Unsafe.Add(ref to, i) = Math.Max(Unsafe.Add(ref to, i), Unsafe.Add(ref from, i));
        }
    }

    /// <summary>The inner product of two rows of the same length.</summary>
    public static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        ref var a = ref MemoryMarshal.GetReference(one);
        ref var b = ref MemoryMarshal.GetReference(other);
        var lanes = Vector256<float>.Zero;
        var i = 0;
        for (; i <= one.Length - Width; i += Width)
        {
            lanes += Vector256.LoadUnsafe(ref a, (nuint)i) * Vector256.LoadUnsafe(ref b, (nuint)i);
        }

        var sum = SumOf(lanes);
        for (; i < one.Length; i++)
        {
            sum += Unsafe.Add(ref a, i) * Unsafe.Add(ref b, i);
        }

        return sum;
    }

    private static float SumOf(Vector256<float> lanes)
    {
        var halves = lanes.GetLower() + lanes.GetUpper();
        return halves.GetElement(0) + halves.GetElement(1) + halves.GetElement(2) + halves.GetElement(3);
    }
}
