namespace Diapason.Consultations.Apart;

/// <summary>Answers that wait together for a judgement, or were set aside together. What is said of them is said of five at least.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Day">The day they were counted; null for those of days that had too few.</param>
/// <param name="Answers">How many, of those that are counted.</param>
internal sealed record ApartGroup(ApartReason Reason, DateOnly? Day, int Answers)
{
    /// <summary>Nobody is judged alone.</summary>
    public const int Fewest = 5;

    public bool CanBeJudged => Answers >= Fewest;

    public ApartPatterns Patterns { get; init; } = ApartPatterns.None;
}

/// <summary>What the answers of a group have in common.</summary>
/// <param name="Alike">How many are the same as one another but for their words, in sets of five at least.</param>
/// <param name="Sets">Such sets.</param>
/// <param name="Mostly">What most of them say they are, variable by variable, in parts of the group.</param>
internal sealed record ApartPatterns(int Alike, int Sets, IReadOnlyList<(string Of, string Name, double Share)> Mostly)
{
    public static readonly ApartPatterns None = new(0, 0, []);
}
