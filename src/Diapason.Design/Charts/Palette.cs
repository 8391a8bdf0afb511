namespace Diapason.Design.Charts;

/// <summary>A colour as an attribute, for print and documents, and the class that the page maps to its theme.</summary>
internal readonly record struct Paint(string Hex, string CssClass, string DarkHex);

/// <summary>The chart colours. Contrast of every pair in use is computed by a test, in both themes.</summary>
internal static class Palette
{
    public static readonly Paint Ink = new("#16202b", "f-ink", "#f1ede3");
    public static readonly Paint SecondInk = new("#4e5762", "f-ink2", "#b9c1b9");
    public static readonly Paint Paper = new("#ffffff", "f-paper", "#10181a");
    public static readonly Paint Rule = new("#d9d2c3", "k-rule", "#34453f");
    public static readonly Paint Axis = new("#7a7466", "k-axis", "#9fb0a8");
    public static readonly Paint InkLine = new("#16202b", "k-ink", "#f1ede3");
    public static readonly Paint PaperLine = new("#ffffff", "k-paper", "#10181a");
    /// <summary>The first series as a line: a dot left open.</summary>
    public static readonly Paint OpenLine = new("#14524a", "k-s1", "#8fd0bf");
    public static readonly Paint Band = new("#cfddd6", "f-band", "#2f4b45");
    public static readonly Paint OnDark = new("#ffffff", "f-on-dark", "#ffffff");
    public static readonly Paint OnLight = new("#16202b", "f-on-light", "#16202b");

    /// <summary>Series in their order; the first is always « you » or the latest wave.</summary>
    public static readonly Paint[] Series =
    [
        new("#14524a", "f-s1", "#8fd0bf"), new("#b27a1b", "f-s2", "#e3b04b"), new("#bb5e69", "f-s3", "#b54a58"),
        new("#42668a", "f-s4", "#80a6d0"), new("#3a2244", "f-s5", "#914fb0"), new("#677336", "f-s6", "#7d8a38"),
    ];

    /// <summary>From full disagreement to full agreement.</summary>
    public static readonly Paint[] Likert =
    [
        new("#a13f34", "f-l1", "#b54a3e"), new("#e0a68f", "f-l2", "#e0a68f"), new("#e6e1d6", "f-l3", "#cfd3cb"),
        new("#8db5ab", "f-l4", "#8db5ab"), new("#14524a", "f-l5", "#2a7a6d"),
    ];

    /// <summary>Five steps, the same for a whole table.</summary>
    public static readonly Paint[] Heat =
    [
        new("#f3efe6", "f-h1", "#f3efe6"), new("#efd9a8", "f-h2", "#efd9a8"), new("#ddaf5c", "f-h3", "#ddaf5c"),
        new("#955e12", "f-h4", "#a06a1c"), new("#6e430b", "f-h5", "#80500f"),
    ];

    /// <summary>The Likert colours for a scale of two to five steps.</summary>
    public static IReadOnlyList<Paint> LikertFor(int steps) => steps switch
    {
        2 => [Likert[0], Likert[4]],
        3 => [Likert[0], Likert[2], Likert[4]],
        4 => [Likert[0], Likert[1], Likert[3], Likert[4]],
        5 => Likert,
        _ => throw new ArgumentOutOfRangeException(nameof(steps), steps, "A Likert chart has two to five steps."),
    };

    /// <summary>The ink that stays readable on a Likert or heat fill.</summary>
    public static Paint TextOn(Paint fill) => fill.CssClass is "f-l1" or "f-l5" or "f-h4" or "f-h5" ? OnDark : OnLight;
}
