using System.Globalization;
using Diapason.Consultations.Answering;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;

namespace Diapason.Consultations.Targets;

/// <summary>Says where a target stands, by tens.</summary>
internal sealed class TargetWords(CurrentCouncil council, Texts<ConsultationsModule> texts)
{
    public string Answered(TargetStanding one) => one.Answered switch
    {
        null => texts["targets.unknown"],
        0 => texts["targets.fewer", Math.Max(Tray.Least, council.Settings.FewestInRow)],
        { } answered => texts["following.at_least", Number(answered)],
    };

    public string Stands(TargetStanding one) => texts["targets.stands." + one.Stands.ToString().ToLowerInvariant()];

    public static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
