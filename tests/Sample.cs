namespace Diapason.Sampling;

/// <summary>How much of a drawn corpus is tried: a stated sample in <c>make test</c>, all of it in <c>make endurance</c>.</summary>
internal static class Sample
{
    private static readonly bool Whole = Environment.GetEnvironmentVariable("DIAPASON_ENDURANCE") == "1";

    /// <summary>How many times a server is killed: a few in <c>make test</c>, as many as <c>DIAPASON_KILLS</c> says in <c>make endurance</c>.</summary>
    public static int Kills => int.TryParse(Environment.GetEnvironmentVariable("DIAPASON_KILLS"), System.Globalization.CultureInfo.InvariantCulture, out var kills) && kills > 0 ? kills : 3;

    /// <param name="usual">Draws, rounds or runs in <c>make test</c>.</param>
    /// <param name="whole">The same in <c>make endurance</c>.</param>
    public static int Of(int usual, int whole) => Whole ? whole : usual;
}
