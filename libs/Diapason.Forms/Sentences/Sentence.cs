namespace Diapason.Forms;

/// <summary>How the parts of a rule are joined.</summary>
public enum Joining
{
    /// <summary>Each of them must hold.</summary>
    All,

    /// <summary>One of them is enough.</summary>
    Any,
}

/// <summary>What a sentence says of its subject. Of several values, <see cref="Is"/> and <see cref="Includes"/> want one, <see cref="IsNot"/> and <see cref="IncludesNone"/> none.</summary>
public enum SentenceOperator
{
    /// <summary>It is one of the values.</summary>
    Is,

    /// <summary>It is none of the values.</summary>
    IsNot,

    /// <summary>One of the values is among those chosen.</summary>
    Includes,

    /// <summary>None of the values is among those chosen.</summary>
    IncludesNone,

    /// <summary>There is an answer.</summary>
    IsAnswered,

    /// <summary>There is none.</summary>
    IsNotAnswered,

    /// <summary>The value or more; on that day or later.</summary>
    AtLeast,

    /// <summary>The value or less; on that day or earlier.</summary>
    AtMost,

    /// <summary>More than the value; after that day.</summary>
    MoreThan,

    /// <summary>Less than the value; before that day.</summary>
    LessThan,

    /// <summary>From the first value to the second, both included.</summary>
    Between,

    /// <summary>So many options are chosen, or more.</summary>
    CountsAtLeast,

    /// <summary>So many options are chosen, or fewer.</summary>
    CountsAtMost,
}

/// <summary>A part of a rule: a sentence, or a group of sentences.</summary>
public abstract record SentencePart
{
    private protected SentencePart()
    {
    }
}

/// <summary>« This variable — is, is not, includes… — these values ».</summary>
/// <param name="Code">The code of the variable or calculation it is about.</param>
/// <param name="Kind">What its subject holds, which decides how values are written.</param>
/// <param name="Operator">What is said of it.</param>
/// <param name="Values">Codes of options, words, numbers with a point, days as <c>2026-11-30</c>; in order.</param>
public sealed record Sentence(string Code, SubjectKind Kind, SentenceOperator Operator, IReadOnlyList<string> Values) : SentencePart
{
    /// <summary>
    /// Whether it is said in XLSForm's way (<c>${q}</c>): no answer is the empty text, so that « is not » holds for whoever has not answered, and « I don't know »
    /// is an answer. Otherwise no answer makes it unknown, and what is unknown does not show.
    /// </summary>
    public bool BlankCounts { get; init; }

    /// <inheritdoc/>
    public bool Equals(Sentence? other) =>
        other is not null && (Code, Kind, Operator, BlankCounts) == (other.Code, other.Kind, other.Operator, other.BlankCounts) && Values.SequenceEqual(other.Values, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Kind, Operator, BlankCounts, Values.Count);

    /// <summary>For tests: <c>status Is employee,organisation</c>.</summary>
    public override string ToString() => $"{Code}{(BlankCounts ? "~" : "")} {Operator} {string.Join(',', Values)}".TrimEnd();
}

/// <summary>Sentences joined by « all » or « any ». A rule is a group; a group in it holds sentences only.</summary>
/// <param name="Joining">How they are joined.</param>
/// <param name="Parts">Its sentences and, in the rule itself, groups of them.</param>
public sealed record SentenceGroup(Joining Joining, IReadOnlyList<SentencePart> Parts) : SentencePart
{
    /// <inheritdoc/>
    public bool Equals(SentenceGroup? other) => other is not null && Joining == other.Joining && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Joining, Parts.Count);

    /// <summary>For tests: <c>All(status Is employee; Any(…))</c>.</summary>
    public override string ToString() => $"{Joining}({string.Join("; ", Parts)})";
}
