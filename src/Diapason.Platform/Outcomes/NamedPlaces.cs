using System.Text.RegularExpressions;

namespace Diapason.Platform.Outcomes;

/// <summary>Fills the <c>{named}</c> places of a sentence; a place nobody fills stays as it is.</summary>
internal static partial class NamedPlaces
{
    public static string Fill(string sentence, Func<string, string?> fact) => Place().Replace(sentence, place => fact(place.Groups["name"].Value) ?? place.Value);

    [GeneratedRegex(@"\{(?<name>[a-z_]+)\}", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Place();
}
