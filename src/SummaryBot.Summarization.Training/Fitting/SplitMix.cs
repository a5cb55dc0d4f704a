namespace SummaryBot.Summarization.Training.Fitting;

/// <summary>SplitMix64 (Steele, Lea and Flood, 2014): chance that is the same on every machine and version.</summary>
internal sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <returns>0 to <paramref name="below"/>, without it.</returns>
    public int Below(int below) => (int)(Next() % (ulong)below);

    /// <returns>0 to 1, without it.</returns>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <returns>Normally distributed: mean 0, deviation 1.</returns>
    public double Normal() => Math.Sqrt(-2 * PortableLog(1 - Unit())) * Cosine(Unit());

    public void Shuffle(int[] values)
    {
        for (var i = values.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    private static double PortableLog(double x) => Analysis.PortableMath.Log(x);

    /// <summary>The cosine of a share of a turn, by its series: a C library's differs from system to system.</summary>
    private static double Cosine(double turn)
    {
        var x = 2 * Math.PI * (turn - 0.5);
        var (sum, term) = (1.0, 1.0);
        for (var n = 2; n <= 30; n += 2)
        {
            term *= -x * x / (n * (n - 1));
            sum += term;
        }

        return -sum;
    }
}
