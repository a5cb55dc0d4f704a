namespace SummaryBot.Summarization.Analysis;

/// <summary>Logarithm and exponential by plain IEEE 754 steps, because the ones of C libraries differ in the last bit from system to system.</summary>
internal static class PortableMath
{
    private const double Ln2 = 0.6931471805599453;

    // the series of e to the x: 1 / n!
    private const double C2 = 1 / 2.0;
    private const double C3 = C2 / 3;
    private const double C4 = C3 / 4;
    private const double C5 = C4 / 5;
    private const double C6 = C5 / 6;
    private const double C7 = C6 / 7;
    private const double C8 = C7 / 8;
    private const double C9 = C8 / 9;
    private const double C10 = C9 / 10;
    private const double C11 = C10 / 11;

    /// <summary>The natural logarithm of a finite number above 0, to about 1e-15.</summary>
    public static double Log(double x)
    {
        var exponent = Math.ILogB(x);
        var mantissa = Math.ScaleB(x, -exponent); // [1, 2)
        if (mantissa > 1.4142135623730951)
        {
            mantissa /= 2;
            exponent++;
        }

        var s = (mantissa - 1) / (mantissa + 1); // |s| <= 0.172: ln m = 2 (s + s^3/3 + s^5/5 + ...)
        var square = s * s;
        var sum = 0.0;
        for (var power = 21; power >= 1; power -= 2)
        {
            sum = (sum * square) + (1.0 / power);
        }

        return (exponent * Ln2) + (2 * s * sum);
    }

    /// <summary>e to the power of a number, which is first brought into -700 to 700, to about 1e-14.</summary>
    public static double Exp(double x)
    {
        x = Math.Clamp(x, -700, 700);
        var exponent = Math.Floor((x / Ln2) + 0.5);
        var rest = x - (exponent * Ln2); // |rest| <= 0.347
        var square = rest * rest;
        var even = 1 + (square * (C2 + (square * (C4 + (square * (C6 + (square * (C8 + (square * C10)))))))));
        var odd = 1 + (square * (C3 + (square * (C5 + (square * (C7 + (square * (C9 + (square * C11)))))))));
        return (even + (rest * odd)) * BitConverter.Int64BitsToDouble((1023L + (long)exponent) << 52); // a power of two, written as its bits
    }

    /// <summary>The probability that belongs to log-odds.</summary>
    public static double Logistic(double logit) => 1 / (1 + Exp(-logit));
}
