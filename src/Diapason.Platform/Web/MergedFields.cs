namespace Diapason.Platform.Web;

/// <summary>
/// Two versions of one form, put together field by field: what one person left as it was takes the other's value; what both changed keeps the value typed here and is told. Compare
/// values as the form does, so that an order or a blank that says nothing is no change.
/// </summary>
public sealed class MergedFields(Func<string, string, string, bool>? areSame = null)
{
    private readonly List<string> _taken = [];
    private readonly List<(string Field, string Mine, string Theirs)> _both = [];

    /// <summary>Fields left as they were here, which took what somebody else saved.</summary>
    public IReadOnlyList<string> Taken => _taken;

    /// <summary>Fields that two people changed, each in their way.</summary>
    public IReadOnlyList<(string Field, string Mine, string Theirs)> Both => _both;

    /// <summary>The value a field ends with.</summary>
    /// <param name="field">Its name.</param>
    /// <param name="mine">What is typed here.</param>
    /// <param name="theirs">What is stored now.</param>
    /// <param name="was">What the form was opened with; null when nobody knows any more.</param>
    public string Of(string field, string mine, string theirs, string? was)
    {
        if (Same(field, mine, theirs)) return mine;
        if (was is not null && Same(field, mine, was))
        {
            _taken.Add(field);
            return theirs;
        }

        if (was is null || !Same(field, theirs, was)) _both.Add((field, mine, theirs));
        return mine;
    }

    private bool Same(string field, string one, string other) => areSame is null ? one.ReplaceLineEndings(" ").Trim() == other.ReplaceLineEndings(" ").Trim() : areSame(field, one, other);
}
