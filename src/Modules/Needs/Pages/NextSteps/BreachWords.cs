using Diapason.Needs.Authoring;
using Diapason.Needs.Matching;
using Diapason.Platform.Language;

namespace Diapason.Needs.Pages.NextSteps;

/// <summary>Says why a step was left out: « 12 heures, plus que ce que vous avez en un mois ».</summary>
internal sealed class BreachWords(Texts<NeedsModule> texts, StepWords steps)
{
    public string Of(LeftOutEntry left) => string.Join(steps.FactSeparator, left.Breaches.Select(breach => Of(left, breach)));

    private string Of(LeftOutEntry left, Breach breach) => breach switch
    {
        Breach.Longer longer => texts["breach.longer", steps.Duration(longer.Minutes)],
        Breach.Dearer => texts["breach.dearer", ActWords.Amount(left.Entry.Cents!.Value)],
        Breach.PriceUnsaid => texts["breach.price_unsaid"],
        Breach.Elsewhere => texts["breach.elsewhere"],
        Breach.OtherDiscipline => texts["breach.other_discipline"],
        Breach.OtherWay way => texts["breach." + SnakeCase.Of(way.Way)],
        Breach.OtherLanguage other => texts["breach.other_language", Languages.NameOf(other.Language)],
        Breach.WithoutAccess without => texts["breach." + SnakeCase.Of(without.Access)],
        _ => throw new InvalidOperationException(breach.ToString()),
    };
}
