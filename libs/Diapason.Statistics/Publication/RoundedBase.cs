namespace Diapason.Statistics.Publication;

/// <summary>The number of people shown beside a figure: a band under 100, then the nearest 10, then the nearest 50 from 1,000.</summary>
public sealed record RoundedBase
{
    private RoundedBase(int least, int most, int value) => (Least, Most, Value) = (least, most, value);

    /// <summary>The smallest true number shown so.</summary>
    public int Least { get; }

    /// <summary>The largest true number shown so.</summary>
    public int Most { get; }

    /// <summary>ñ, what errors are computed with: the band's lower end, so that no error is too small, or the rounded number.</summary>
    public int Value { get; }

    /// <summary>Whether a band ("30 to 49") is shown rather than a number.</summary>
    public bool IsBand => Value < 100;

    /// <summary>Step of the shares printed beside it: whole points under 2,500, halves under 10,000, tenths above.</summary>
    public double ShareStep => Value < 2500 ? 0.01 : Value < 10_000 ? 0.005 : 0.001;

    /// <summary>Rounds a number of people.</summary>
    /// <param name="n">True number, ≥ 20: nothing smaller is ever published.</param>
    /// <returns>What is shown.</returns>
    /// <exception cref="SurveyException"><see cref="SurveyError.TooFew"/> under 20.</exception>
    public static RoundedBase Of(int n) => n switch
    {
        < 20 => throw new SurveyException(SurveyError.TooFew, "Nothing is published of fewer than 20 people."),
        < 30 => new RoundedBase(20, 29, 20),
        < 50 => new RoundedBase(30, 49, 30),
        < 100 => new RoundedBase(50, 99, 50),
        < 1000 => Nearest(n, 10, 100),
        _ => Nearest(n, 50, 1000),
    };

    private static RoundedBase Nearest(int n, int step, int floor)
    {
        var value = (n + (step / 2)) / step * step;
        return new RoundedBase(Math.Max(floor, value - (step / 2)), Math.Max(value + (step / 2) - 1, value), value);
    }
}
