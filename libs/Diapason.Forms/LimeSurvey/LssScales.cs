using System.Globalization;

namespace Diapason.Forms;

/// <summary>The answers that LimeSurvey’s own kinds of questions always offer, with its codes.</summary>
internal static class LssScales
{
    private static readonly (string, string, string)[] Uncertain = [("Y", "Oui", "Yes"), ("N", "Non", "No"), ("U", "Incertain", "Uncertain")];
    private static readonly (string, string, string)[] Change = [("I", "Augmente", "Increase"), ("S", "Reste pareil", "Same"), ("D", "Diminue", "Decrease")];
    private static readonly (string, string, string)[] YesNo = [("Y", "Oui", "Yes"), ("N", "Non", "No")];
    private static readonly (string, string, string)[] Gender = [("F", "Femme", "Female"), ("M", "Homme", "Male")];

    /// <summary>The codes and words of a kind; none for a kind whose answers the file gives.</summary>
    public static IEnumerable<(string Code, string French, string English)> Of(string type) => type switch
    {
        "5" or "A" => Points(5),
        "B" => Points(10),
        "C" => Uncertain,
        "E" => Change,
        "Y" => YesNo,
        "G" => Gender,
        _ => [],
    };

    private static IEnumerable<(string, string, string)> Points(int most) => Enumerable.Range(1, most).Select(n => n.ToString(CultureInfo.InvariantCulture)).Select(n => (n, n, n));
}
