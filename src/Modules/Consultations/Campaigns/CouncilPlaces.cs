using System.Globalization;

namespace Diapason.Consultations.Campaigns;

/// <summary>What a questionnaire says of its council's settings: <c>{threshold}</c> stands for how many people a group needs before anything is published of it.</summary>
internal static class CouncilPlaces
{
    private const string Threshold = "{threshold}";

    public static string Fill(string definition, int threshold) => definition.Replace(Threshold, threshold.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
