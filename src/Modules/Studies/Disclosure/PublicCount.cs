namespace Diapason.Studies.Disclosure;

/// <summary>The number of answers received as anyone may know it: rounded down, so that nobody counts those that come in one by one, nor sees the next batch coming.</summary>
internal static class PublicCount
{
    /// <summary>From this many on, the steps are longer.</summary>
    private const int Many = 1000;

    public static int AtLeast(int received) => received - (received % (received < Many ? 10 : 50));
}
