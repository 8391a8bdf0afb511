namespace Diapason.Design;

/// <summary>One answer of a list. <paramref name="Apart"/> sets it aside: « Ne s’applique pas », « Je préfère ne pas répondre ».</summary>
public sealed record Choice(string Value, string Label, string? Hint = null, bool Apart = false)
{
    /// <summary>A text field shown under the answer once it is chosen: « Autre, précisez ».</summary>
    public Specify? Specify { get; init; }

    /// <summary>In a checkbox list, excludes every other answer; announced to scripts by `data-exclusive`.</summary>
    public bool Exclusive { get; init; }

    /// <summary>An image under the words.</summary>
    public ChoiceImage? Image { get; init; }
}

/// <summary>The image of an answer.</summary>
/// <param name="Path">Its address after the path base of the request.</param>
/// <param name="Alternative">What it shows, for who does not see it.</param>
/// <param name="Width">In pixels, so that nothing moves when it comes.</param>
/// <param name="Height">In pixels.</param>
public sealed record ChoiceImage(string Path, string Alternative, int Width, int Height);

/// <summary>The text asked with an answer such as « Autre ».</summary>
public sealed record Specify(string Name, string Label, string? Value = null, string? Error = null, int MaxLength = 200);

/// <summary>One row of a set of statements.</summary>
public sealed record Statement(string Name, string Text, string? Value = null, string? Error = null);

/// <summary>One competency asked twice: how much it matters, how well it is mastered.</summary>
public sealed record StatementPair(string Text, Statement First, Statement Second);

/// <summary>An error and the field it belongs to; without a name it concerns the whole form.</summary>
public sealed record FieldError(string? Name, string Message);
