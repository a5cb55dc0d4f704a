using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Models;

namespace SummaryBot.Summarization.Training.Fitting;

/// <summary>Trains a <see cref="BinnedNetwork"/> by Adam (Kingma and Ba, 2015) on the logistic loss. One thread and one seed: the same bytes each time.</summary>
internal sealed class NetworkTrainer
{
    private const int H = BinnedNetwork.First;
    private const int K = BinnedNetwork.Second;
    private const int Batch = 256;
    private readonly int _features;
    private readonly float[][] _edges;
    private readonly float[] _parameters;
    private readonly float[] _gradient;
    private readonly float[] _mean;
    private readonly float[] _square;
    private readonly int _middleAt;
    private readonly int _biasAt;
    private readonly int _lastAt;
    private readonly float[] _hidden = new float[H];
    private readonly float[] _hiddenSlope = new float[H];
    private readonly float[] _outer = new float[K];
    private readonly float[] _outerSlope = new float[K];
    private int _steps;

    private NetworkTrainer(float[][] edges, ulong seed)
    {
        (_edges, _features) = (edges, edges.Length);
        _middleAt = _features * BinnedNetwork.Bins * H;
        _biasAt = _middleAt + (H * K);
        _lastAt = _biasAt + K;
        var size = _lastAt + K + 1;
        (_parameters, _gradient, _mean, _square) = (new float[size], new float[size], new float[size], new float[size]);
        var random = new SplitMix(seed);
        Draw(random, 0, _middleAt, 0.25 / Math.Sqrt(_features));
        Draw(random, _middleAt, _biasAt, Math.Sqrt(2.0 / H));
        Draw(random, _lastAt, _lastAt + K, Math.Sqrt(1.0 / K));
        // half of the first layer's units begin open
        for (var bin = 0; bin < BinnedNetwork.Bins; bin++)
        {
            for (var unit = 0; unit < H; unit++)
            {
                _parameters[(bin * H) + unit] += 0.1f;
            }
        }
    }

    /// <param name="rows">What to learn from; each text weighs the same.</param>
    /// <param name="epochs">How often each row is seen.</param>
    /// <param name="rate">Adam's first rate, which falls to 0 on a line.</param>
    /// <param name="seed">Decides the first weights and the order.</param>
    public static BinnedNetwork Fit(NetworkRows rows, int epochs, float rate, ulong seed)
    {
        var trainer = new NetworkTrainer(rows.Edges, seed);
        var order = Enumerable.Range(0, rows.Count).ToArray();
        var random = new SplitMix(seed + 1);
        var batches = (order.Length + Batch - 1) / Batch;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            for (var batch = 0; batch < batches; batch++)
            {
                var part = order.AsSpan(batch * Batch, Math.Min(Batch, order.Length - (batch * Batch)));
                foreach (var row in part)
                {
                    trainer.Learn(rows.Bins.AsSpan(row * rows.Features, rows.Features), rows.Labels[row], rows.Weights[row]);
                }

                var done = ((epoch * batches) + batch) / (float)(epochs * batches);
                trainer.Step(rate * (1 - done), part.Length);
            }
        }

        return trainer.ToNetwork();
    }

    private void Draw(SplitMix random, int from, int to, double deviation)
    {
        for (var i = from; i < to; i++)
        {
            _parameters[i] = (float)(random.Normal() * deviation);
        }
    }

    private BinnedNetwork ToNetwork() => new(
        _edges, _parameters[.._middleAt], _parameters[_middleAt.._biasAt], _parameters[_biasAt.._lastAt], _parameters[_lastAt..^1], _parameters[^1]);

    private void Learn(ReadOnlySpan<byte> bins, float label, float weight)
    {
        var probability = (float)PortableMath.Logistic(Forward(bins));
        Backward(bins, weight * (probability - label));
    }

    private float Forward(ReadOnlySpan<byte> bins)
    {
        Array.Clear(_hidden);
        for (var feature = 0; feature < bins.Length; feature++)
        {
            Lanes.AddScaled(_hidden, _parameters.AsSpan(VectorAt(feature, bins[feature]), H), 1);
        }

        _parameters.AsSpan(_biasAt, K).CopyTo(_outer);
        for (var i = 0; i < H; i++)
        {
            _hidden[i] = Math.Max(0, _hidden[i]);
            if (_hidden[i] > 0)
            {
                Lanes.AddScaled(_outer, _parameters.AsSpan(_middleAt + (i * K), K), _hidden[i]);
            }
        }

        for (var k = 0; k < K; k++)
        {
            _outer[k] = Math.Max(0, _outer[k]);
        }

        return _parameters[^1] + Lanes.Dot(_outer, _parameters.AsSpan(_lastAt, K));
    }

    private void Backward(ReadOnlySpan<byte> bins, float slope)
    {
        _gradient[^1] += slope;
        for (var k = 0; k < K; k++)
        {
            _gradient[_lastAt + k] += slope * _outer[k];
            _outerSlope[k] = _outer[k] > 0 ? slope * _parameters[_lastAt + k] : 0;
            _gradient[_biasAt + k] += _outerSlope[k];
        }

        for (var i = 0; i < H; i++)
        {
            _hiddenSlope[i] = 0;
            if (_hidden[i] > 0)
            {
                Lanes.AddScaled(_gradient.AsSpan(_middleAt + (i * K), K), _outerSlope, _hidden[i]);
                _hiddenSlope[i] = Lanes.Dot(_outerSlope, _parameters.AsSpan(_middleAt + (i * K), K));
            }
        }

        for (var feature = 0; feature < bins.Length; feature++)
        {
            Lanes.AddScaled(_gradient.AsSpan(VectorAt(feature, bins[feature]), H), _hiddenSlope, 1);
        }
    }

    private static int VectorAt(int feature, int bin) => ((feature * BinnedNetwork.Bins) + bin) * H;

    private void Step(float rate, int rows)
    {
        const float MeanDecay = 0.9f;
        const float SquareDecay = 0.999f;
        _steps++;
        var scale = Vector256.Create(1f / rows);
        var meanFactor = (float)(1 / (1 - Power(MeanDecay, _steps)));
        var squareFactor = (float)(1 / (1 - Power(SquareDecay, _steps)));
        var size = _parameters.Length - (_parameters.Length % 8);
        ref var parameters = ref MemoryMarshal.GetArrayDataReference(_parameters);
        ref var gradients = ref MemoryMarshal.GetArrayDataReference(_gradient);
        ref var means = ref MemoryMarshal.GetArrayDataReference(_mean);
        ref var squares = ref MemoryMarshal.GetArrayDataReference(_square);
        for (nuint i = 0; i < (nuint)size; i += 8)
        {
            var gradient = Vector256.LoadUnsafe(ref gradients, i) * scale;
            var mean = (Vector256.LoadUnsafe(ref means, i) * MeanDecay) + (gradient * (1 - MeanDecay));
            var square = (Vector256.LoadUnsafe(ref squares, i) * SquareDecay) + (gradient * gradient * (1 - SquareDecay));
            mean.StoreUnsafe(ref means, i);
            square.StoreUnsafe(ref squares, i);
            var step = mean * (rate * meanFactor) / (Vector256.Sqrt(square * squareFactor) + Vector256.Create(1e-8f));
            (Vector256.LoadUnsafe(ref parameters, i) - step).StoreUnsafe(ref parameters, i);
        }

        for (var i = size; i < _parameters.Length; i++)
        {
            var gradient = _gradient[i] / rows;
            _mean[i] = (_mean[i] * MeanDecay) + (gradient * (1 - MeanDecay));
            _square[i] = (_square[i] * SquareDecay) + (gradient * gradient * (1 - SquareDecay));
            _parameters[i] -= rate * meanFactor * _mean[i] / (MathF.Sqrt(_square[i] * squareFactor) + 1e-8f);
        }

        Array.Clear(_gradient);
    }

    private static double Power(double x, int n)
    {
        var power = 1.0;
        for (; n > 0; n >>= 1, x *= x)
        {
            power *= (n & 1) != 0 ? x : 1;
        }

        return power;
    }
}
