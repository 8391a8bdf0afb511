namespace Diapason.Studies.Frames;

/// <summary>How far the weights went towards the frame; each is a step back from the one before.</summary>
internal enum WeightingStep
{
    /// <summary>Every margin, every category.</summary>
    Whole,

    /// <summary>Every margin, some categories counted together.</summary>
    Grouped,

    /// <summary>Some margins left out.</summary>
    FewerMargins,

    /// <summary>Every answer counts the same.</summary>
    Unweighted,
}

/// <summary>What became of one margin of the frame.</summary>
internal enum MarginUse
{
    Whole,
    Grouped,

    /// <summary>Too few answered outside one category for the margin to correct anything.</summary>
    TooSmall,

    /// <summary>So few answers cannot bear so many margins at once.</summary>
    TooFewAnswers,

    /// <summary>No weights meet it together with the margins before it.</summary>
    NoWeights,
}

/// <summary>What became of each margin, in the frame's order.</summary>
internal sealed record MarginUses(IReadOnlyList<(FrameMargin Margin, MarginUse Use)> Uses)
{
    public WeightingStep Step =>
        Uses.All(u => !IsUsed(u.Use)) ? WeightingStep.Unweighted
        : Uses.Any(u => !IsUsed(u.Use)) ? WeightingStep.FewerMargins
        : Uses.Any(u => u.Use == MarginUse.Grouped) ? WeightingStep.Grouped
        : WeightingStep.Whole;

    public IEnumerable<FrameMargin> Used => Uses.Where(u => IsUsed(u.Use)).Select(u => u.Margin);

    private static bool IsUsed(MarginUse use) => use is MarginUse.Whole or MarginUse.Grouped;
}

/// <summary>One category of the frame beside the respondents.</summary>
/// <param name="Share">Among respondents whose category is known, between 0 and 1.</param>
internal sealed record MarginFill(FrameMargin Margin, FrameCategory Category, int Respondents, double Share);
