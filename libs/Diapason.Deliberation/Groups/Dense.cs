using System.Numerics;

namespace Diapason.Deliberation;

/// <summary>Loops over dense vectors of one length.</summary>
internal static class Dense
{
    public static double Dot(double[] a, double[] b)
    {
        var (sum, i) = (Vector<double>.Zero, 0);
        var most = Math.Min(a.Length, b.Length);
        for (; i <= most - Vector<double>.Count; i += Vector<double>.Count) sum += new Vector<double>(a, i) * new Vector<double>(b, i);
        var total = Vector.Sum(sum);
        for (; i < most; i++) total += a[i] * b[i];
        return total;
    }

    public static void Add(double[] into, double[] other, double times)
    {
        var i = 0;
        var most = Math.Min(into.Length, other.Length);
        for (; i <= most - Vector<double>.Count; i += Vector<double>.Count) (new Vector<double>(into, i) + (new Vector<double>(other, i) * times)).CopyTo(into, i);
        for (; i < most; i++) into[i] += other[i] * times;
    }

    public static void Scale(double[] vector, double by)
    {
        for (var i = 0; i < vector.Length; i++) vector[i] *= by;
    }
}
