namespace Diapason.Forms;

/// <summary>Writes what is calculated as soon as all it rests on has been asked, in the order of the questionnaire.</summary>
internal sealed class CalculationRows(FormOut form)
{
    private readonly HashSet<Calculation> _written = new(ReferenceEqualityComparer.Instance);

    /// <summary>Writes what can be known once a page has been asked.</summary>
    public void After(int page)
    {
        foreach (var calculation in form.Questionnaire.Calculations)
        {
            if (CalculationNames.RestsOn(calculation.Value).Any(variable => variable.Question.Page.Index > page) || !_written.Add(calculation)) continue;
            form.Survey.Add(("type", "calculate"), ("name", calculation.Code), ("calculation", calculation.Value.ToXlsForm()));
            form.Report.Add(FormOutcome.Carried, "survey", form.Survey.Line, "", FormNoticeCodes.Carried);
        }
    }
}
