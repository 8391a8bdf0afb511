using Diapason.Platform.Outcomes;
using Diapason.Workshops.Preparing;

namespace Diapason.Workshops.Activities;

/// <summary>One way for a room to speak, one class a file: what people choose or write, how it is judged, whether by phone or from paper, and how it is shown.</summary>
internal abstract class ActivityKind
{
    /// <summary>Stored, and the end of its text keys: <c>kind.votes</c>.</summary>
    public abstract string Code { get; }

    /// <summary>People answer lines that were prepared.</summary>
    public virtual bool HasItems => true;

    /// <summary>It is prepared with a number of dots for each person.</summary>
    public virtual bool HasBudget => false;

    /// <summary>What may be chosen for each line, from 1; none where one writes a number or words.</summary>
    public virtual int Choices => 0;

    /// <summary>How the phone asks it: <c>OneByOne</c>, <c>Numbers</c>, <c>Words</c>.</summary>
    public abstract string Form { get; }

    /// <summary>What was typed becomes what is kept; an empty line is no answer.</summary>
    /// <param name="activity">As it was prepared.</param>
    /// <param name="typed">Line by line.</param>
    /// <param name="problems">Receives what is wrong, by the name of the field.</param>
    /// <param name="whole">The one field in which the whole activity is typed, for paper; null where each line has its own.</param>
    public IReadOnlyList<Said> Read(ActivityContent activity, IReadOnlyList<KeyValuePair<string, string>> typed, List<Problem> problems, string? whole = null)
    {
        var reading = new Reading(activity, problems, whole);
        var said = new List<Said>();
        foreach (var (item, text) in typed)
            if (text.Trim() is { Length: > 0 } trimmed && One(reading, item, trimmed) is { } one) said.Add(one);
        if (problems.Count == 0) Together(reading, said);
        return said;
    }

    /// <summary>One line; null once a problem is told.</summary>
    protected abstract Said? One(Reading reading, string item, string typed);

    /// <summary>What is wrong with the lines as a whole.</summary>
    protected virtual void Together(Reading reading, IReadOnlyList<Said> said)
    {
    }

    /// <summary>Lines that were sent together with these, and empty: nothing is kept of them any more.</summary>
    public IEnumerable<string> LeftEmpty(ActivityContent activity, IReadOnlyList<Said> said) => Form != "Numbers" ? [] :
        Enumerable.Range(1, activity.Items.Count).Select(line => line.ToString(System.Globalization.CultureInfo.InvariantCulture)).Where(item => said.All(one => one.Item != item));

    /// <summary>The field of a line, on a phone and on the page where paper is typed.</summary>
    public static string Field(string item) => $"item.{item}";

    /// <summary>The place of a prepared line, from 1; nought when there is none.</summary>
    protected static int PlaceOf(ActivityContent activity, string item) =>
        int.TryParse(item, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var place) && place <= activity.Items.Count ? place : 0;
}

/// <summary>One activity while it is read, what is found wrong, and in which field.</summary>
internal sealed record Reading(ActivityContent Activity, List<Problem> Problems, string? Whole)
{
    public string Field(string item) => Whole ?? ActivityKind.Field(item);
}

/// <summary>What somebody said: a number for a line, or words.</summary>
internal sealed record Said(string Item, int Value, string Words = "");
