using System.Collections.Frozen;

namespace Diapason.Forms;

/// <summary>Something to mend on a page: the field to point at, a stable code, and the figures its message needs.</summary>
/// <param name="Field">The field to point at.</param>
/// <param name="Code">One of <see cref="FieldProblemCodes"/>.</param>
/// <param name="Args">Named values for the message, such as <c>min</c>, <c>max</c>, <c>length</c>; never what the person typed.</param>
public sealed record FieldProblem(Field Field, string Code, IReadOnlyDictionary<string, object> Args)
{
    internal FieldProblem(Field field, string code)
        : this(field, code, FrozenDictionary<string, object>.Empty)
    {
    }

    /// <summary>The code of the variable concerned.</summary>
    public string Variable => Field.Variable.Code;
}

/// <summary>Every code a <see cref="FieldProblem"/> can carry: one message each in every language.</summary>
public static class FieldProblemCodes
{
    /// <summary>An answer is required.</summary>
    public const string Required = "required";

    /// <summary>The code posted is not one of the choices.</summary>
    public const string UnknownOption = "unknown_option";

    /// <summary>More choices than allowed; <c>max</c>, <c>count</c>.</summary>
    public const string TooMany = "too_many";

    /// <summary>Fewer choices than asked; <c>min</c>, <c>count</c>.</summary>
    public const string TooFew = "too_few";

    /// <summary>A choice that stands alone came with others.</summary>
    public const string ExclusiveWithOthers = "exclusive_with_others";

    /// <summary>Words specify an “other” that was not chosen.</summary>
    public const string OtherNotChosen = "other_not_chosen";

    /// <summary>A number out of its bounds; <c>min</c>, <c>max</c> (absent when there is no bound).</summary>
    public const string OutOfRange = "out_of_range";

    /// <summary>Not a number, or a number with a group separator.</summary>
    public const string NotANumber = "not_a_number";

    /// <summary>Decimals where whole numbers are asked.</summary>
    public const string NotAnInteger = "not_an_integer";

    /// <summary>More decimals than allowed; <c>decimals</c>.</summary>
    public const string TooManyDecimals = "too_many_decimals";

    /// <summary>Not a day, or one whose day and month could be taken for each other.</summary>
    public const string NotADate = "not_a_date";

    /// <summary>A day out of its bounds; <c>min</c>, <c>max</c>.</summary>
    public const string DateOutOfRange = "date_out_of_range";

    /// <summary>Too many characters; <c>max</c>, <c>length</c>.</summary>
    public const string TooLong = "too_long";

    /// <summary>Bytes that are not text: replacement characters, control characters, halves of characters.</summary>
    public const string InvalidText = "invalid_text";

    /// <summary>Two options have the same rank; <c>rank</c>, <c>option</c>, <c>other</c>, their labels.</summary>
    public const string RankTwice = "rank_twice";

    /// <summary>No option has this rank; <c>rank</c>.</summary>
    public const string RankMissing = "rank_missing";

    /// <summary>The answer breaks the question's own constraint.</summary>
    public const string Constraint = "constraint";

    /// <summary>Numbers that do not make the total; <c>total</c>, <c>sum</c>.</summary>
    public const string SumWrong = "sum_wrong";

    /// <summary>Every code, for the tests that look for a missing message.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Required, UnknownOption, TooMany, TooFew, ExclusiveWithOthers, OtherNotChosen, OutOfRange, NotANumber, NotAnInteger, TooManyDecimals, NotADate,
        DateOutOfRange, TooLong, InvalidText, RankTwice, RankMissing, Constraint, SumWrong,
    ];
}
