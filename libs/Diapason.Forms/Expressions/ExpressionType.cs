namespace Diapason.Forms;

/// <summary>What an expression gives.</summary>
public enum ExpressionType
{
    /// <summary>Known only once it is evaluated.</summary>
    Any,

    /// <summary>Words, or an option's code.</summary>
    Text,

    /// <summary>A number, which may be no number at all (NaN).</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A day, or a moment of a day.</summary>
    Date,

    /// <summary>Several options' codes.</summary>
    Set,
}
