namespace SummaryBot.Summarization.Analysis;

/// <summary>Logarithm and exponential by plain IEEE 754 steps, because the ones of C libraries differ in the last bit from system to system.</summary>
internal static class PortableMath
{
    private const double Ln2 = 0.6931471805599453;

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

    /// <summary>e to the power of a number, which is first brought into -700 to 700.</summary>
    public static double Exp(double x)
    {
        x = Math.Clamp(x, -700, 700);
        var exponent = Math.Floor((x / Ln2) + 0.5);
        var rest = x - (exponent * Ln2); // |rest| <= 0.347
        var sum = 1.0;
        for (var term = 14; term >= 1; term--)
        {
            sum = 1 + (sum * rest / term);
        }

        return Math.ScaleB(sum, (int)exponent);
    }

    /// <summary>The probability that belongs to log-odds.</summary>
    public static double Logistic(double logit) => 1 / (1 + Exp(-logit));
}
