using System.Globalization;

namespace Diapason.Platform.Audit;

/// <summary>
/// A field that an act changed, with the beginning of what it said before and says after. What speaks of a person is named and its values left out: the
/// trail outlives people. Shown after the name that an <see cref="IAuditFields"/> gives the field.
/// </summary>
/// <param name="Field">Stable name, <c>title.fr</c>.</param>
/// <param name="Before">Null when its values are left out; empty when it said nothing.</param>
/// <param name="After">The same, once changed.</param>
public sealed record FieldChange(string Field, string? Before, string? After)
{
    /// <summary>Enough to recognise a text by.</summary>
    public const int Longest = 100;

    /// <summary>An act keeps so many at most: a whole new council is told by its first fields.</summary>
    public const int Most = 40;

    public static FieldChange Of(string field, string before, string after) => new(field, Short(before), Short(after));

    /// <summary>Changed, and what it says is nobody's business here.</summary>
    public static FieldChange OfSomeone(string field) => new(field, null, null);

    private static string Short(string text)
    {
        var elements = new StringInfo(text);
        return elements.LengthInTextElements <= Longest ? text : elements.SubstringByTextElements(0, Longest) + "…";
    }
}

/// <summary>Names the fields of one kind of subject, and says their values as people read them, in the current language. Registered by who shows them on a page.</summary>
public interface IAuditFields
{
    /// <summary>The kind of subject, <c>council</c>.</summary>
    string Of { get; }

    Task<IReadOnlyList<FieldChange>> SayAsync(IReadOnlyList<FieldChange> changes, CancellationToken cancel);
}
