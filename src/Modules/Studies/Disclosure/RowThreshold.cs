namespace Diapason.Studies.Disclosure;

/// <summary>How many people a row needs before it is published.</summary>
internal static class RowThreshold
{
    public const int Default = 30;

    /// <summary>No row is published of fewer, whatever a council asks: consent texts promise it.</summary>
    public const int Lowest = 10;
}
