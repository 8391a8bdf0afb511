namespace Diapason.Statistics;

/// <summary>Why a value is missing. All kinds leave the base of an estimate; they are counted apart.</summary>
public enum MissingKind : byte
{
    /// <summary>No reason recorded (an empty cell of a file).</summary>
    NotStated = 0,
    /// <summary>The respondent does not know.</summary>
    DontKnow = 1,
    /// <summary>The respondent prefers not to say.</summary>
    PreferNotToSay = 2,
    /// <summary>The routing did not put the question.</summary>
    NotAsked = 3,
    /// <summary>The question was shown and left blank.</summary>
    Skipped = 4,
}
