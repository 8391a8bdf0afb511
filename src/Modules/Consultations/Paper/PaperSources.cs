using Diapason.Consultations.Data;

namespace Diapason.Consultations.Paper;

/// <summary>The sources that are no association's link. They are named in files and counts by the same rule: from ten answers on.</summary>
internal static class PaperSources
{
    public const string Paper = "paper";
    public const string Phone = "phone";

    /// <summary>Collected elsewhere, by another program.</summary>
    public const string Collected = "collected";

    public static readonly IReadOnlyList<string> All = [Paper, Phone, Collected];

    public static string Of(BatchMode mode) => mode == BatchMode.Paper ? Paper : Phone;
}
