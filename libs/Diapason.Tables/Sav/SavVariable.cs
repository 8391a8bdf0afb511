namespace Diapason.Tables.Sav;

/// <summary>How a variable may be read, as SPSS says it: it chooses what a program offers to do with it.</summary>
public enum SavMeasure
{
    /// <summary>Classes without order.</summary>
    Nominal = 1,

    /// <summary>Classes in order.</summary>
    Ordinal = 2,

    /// <summary>Quantities.</summary>
    Scale = 3,
}

/// <summary>What a variable's cells hold.</summary>
public enum SavKind
{
    /// <summary>A number; a choice is one, with a label for each.</summary>
    Number,

    /// <summary>A day, shown year first.</summary>
    Day,

    /// <summary>Words.</summary>
    Text,
}

/// <summary>What a number of a variable means.</summary>
/// <param name="Value">The number in the file.</param>
/// <param name="Label">Its words, cut at 120 bytes of UTF-8.</param>
/// <param name="Code">What <see cref="SavTableWriter.Code"/> writes as this number; null when it is only labelled.</param>
public sealed record SavLabel(double Value, string Label, string? Code = null);

/// <summary>Numbers that stand for a reason why there is no answer: programs leave them out of means and shares.</summary>
/// <param name="Low">The smallest of them.</param>
/// <param name="High">The largest of them.</param>
public sealed record SavMissing(double Low, double High);

/// <summary>One variable of a .sav file.</summary>
/// <param name="Name">At most 64 bytes, a letter first (<see cref="SavNames"/> makes them so).</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Label">What it is, in words; cut at 255 bytes of UTF-8.</param>
public sealed record SavVariable(string Name, SavKind Kind, string Label)
{
    /// <summary>The widest text, in bytes.</summary>
    public const int LongestText = 32_767;

    /// <summary>For text: the bytes of UTF-8 its cells may hold, 1 to <see cref="LongestText"/>.</summary>
    public int Width { get; init; } = 8;

    /// <summary>For numbers: how many decimals are shown. What is kept is the whole number.</summary>
    public int Decimals { get; init; }

    /// <summary>Nominal for text and for what has labels, scale otherwise, unless told.</summary>
    public SavMeasure? Measure { get; init; }

    /// <summary>For numbers: what each means.</summary>
    public IReadOnlyList<SavLabel> Labels { get; init; } = [];

    /// <summary>For numbers: those that say why there is none.</summary>
    public SavMissing? Missing { get; init; }

    internal SavMeasure MeasureOrUsual => Measure ?? (Kind == SavKind.Text || Labels.Count > 0 ? SavMeasure.Nominal : SavMeasure.Scale);
}

/// <summary>Variables of 0 and 1 that are one question of several choices: programs count them together.</summary>
/// <param name="Name">Without its dollar sign.</param>
/// <param name="Label">The question.</param>
/// <param name="Variables">Names of numeric variables, two at least; 1 is chosen.</param>
public sealed record SavSet(string Name, string Label, IReadOnlyList<string> Variables);

/// <summary>What a .sav file says before its rows.</summary>
/// <param name="Variables">In the order of the cells of a row.</param>
public sealed record SavDictionary(IReadOnlyList<SavVariable> Variables)
{
    /// <summary>Cut at 64 bytes.</summary>
    public string Label { get; init; } = "";

    /// <summary>Questions of several choices.</summary>
    public IReadOnlyList<SavSet> Sets { get; init; } = [];

    /// <summary>The name of the variable that weighs rows; null when all weigh the same.</summary>
    public string? Weight { get; init; }

    /// <summary>How many rows follow, when it is known before they are written.</summary>
    public int? Rows { get; init; }

    /// <summary>When the file is made, in the time of whoever reads it.</summary>
    public DateTime MadeAt { get; init; } = new(2000, 1, 1);
}
