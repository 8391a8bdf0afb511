using Diapason.Platform.Outcomes;

namespace Diapason.Workshops.Activities;

/// <summary>A text for each idea, in one’s own words.</summary>
internal sealed class Cards : ActivityKind
{
    public const int LongestWords = 280;

    /// <summary>So many from one phone or one sheet in one reading.Activity.</summary>
    public const int Most = 20;

    private const int LongestKey = 40;

    public override string Code => "cards";

    public override bool HasItems => false;

    public override string Form => "Words";

    protected override Said? One(Reading reading, string item, string typed)
    {
        if (item.Length > LongestKey || !item.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            reading.Problems.Add(Problem.Lost("say.line_gone"));
            return null;
        }

        if (typed.Length <= LongestWords) return new Said(item, 0, typed);
        reading.Problems.Add(Problem.Invalid("say.words_long", reading.Field(item), ("most", LongestWords), ("typed", typed.Length)));
        return null;
    }
}
