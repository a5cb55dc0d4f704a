using System.Runtime.InteropServices;

namespace SummaryBot.Summarization.Training.Rouge;

/// <summary>F1 of ROUGE-1, ROUGE-2 and ROUGE-Lsum, times 100.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RougeScore(double One, double Two, double Lsum)
{
    /// <summary>The mean of the three.</summary>
    public double Mean => (One + Two + Lsum) / 3;

    public static RougeScore operator +(RougeScore a, RougeScore b) => new(a.One + b.One, a.Two + b.Two, a.Lsum + b.Lsum);

    public static RougeScore operator -(RougeScore a, RougeScore b) => new(a.One - b.One, a.Two - b.Two, a.Lsum - b.Lsum);

    public static RougeScore operator /(RougeScore a, double by) => new(a.One / by, a.Two / by, a.Lsum / by);
}
