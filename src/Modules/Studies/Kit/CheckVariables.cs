using Diapason.Forms;
using Diapason.Platform.Kits;
using Diapason.Studies.Frames;
using Diapason.Studies.Portraits;
using Diapason.Studies.Publishing;

namespace Diapason.Studies.Kit;

/// <summary>Checks that what a frame and a portrait read is in the questionnaire: a variable of one choice, and its option codes.</summary>
internal sealed class CheckVariables(Questionnaire questionnaire, KitProblems problems, KitLines lines)
{
    /// <summary>A column keeps a byte a row, less the codes of the missing kinds.</summary>
    private const int MostOptions = 200;

    public void Check(PopulationFrame frame, PortraitDefinition portrait)
    {
        foreach (var margin in frame.Margins) CheckMargin(margin);
        foreach (var breakdown in portrait.Breakdowns) CheckBreakdown(new(ReadPortrait.File, lines.Of(breakdown)), breakdown);
        foreach (var figure in portrait.Figures) CheckFigure(figure);
        var place = new Place(ReadPortrait.File, 1);
        foreach (var excess in PublicationNights.Excesses(portrait.Breakdowns.Select(b => b.Variable), portrait))
        {
            if (excess.Variable.Length == 0) Report(place, "portrait.too_many_breakdowns", ("asked", excess.Asked), ("allowed", excess.Allowed));
            else Report(place, "portrait.variable_overused", ("variable", excess.Variable), ("asked", excess.Asked), ("allowed", excess.Allowed));
        }
    }

    private void CheckBreakdown(Place place, Breakdown breakdown)
    {
        if (Choice(place, breakdown.Variable) is { } variable) CheckOptions(place, variable, breakdown.Names.Select(n => n.Code));
    }

    private void CheckMargin(FrameMargin margin)
    {
        var place = new Place(ReadFrame.File, lines.Of(margin));
        if (Choice(place, margin.Variable) is not { } variable) return;
        var placed = margin.Categories.SelectMany(c => c.Answers).ToList();
        CheckOptions(place, variable, placed);
        foreach (var option in variable.Options.Where(o => !placed.Contains(o.Code)))
            Report(place, "frame.answer_in_no_category", ("margin", margin.Code), ("answer", option.Code));
    }

    private void CheckFigure(FigureDefinition figure)
    {
        foreach (var counted in figure.Counts)
        {
            if (CheckCounted(counted) is not { } variable) continue;
            // Without "among", a routed question would be read by segments: its n could complete a subtraction.
            var routed = variable.Question.When ?? variable.Question.Page.When ?? variable.Question.Page.Section.When;
            if (routed is not null && figure.Among is null) Report(new(ReadPortrait.File, lines.Of(figure)), "portrait.routed_without_among", ("figure", figure.Code));
        }

        if (figure.Among is { } among) CheckCounted(among);
    }

    private Variable? CheckCounted(CountedAnswers counted)
    {
        var place = new Place(ReadPortrait.File, lines.Of(counted));
        if (Choice(place, counted.Variable) is not { } variable) return null;
        CheckOptions(place, variable, counted.Answers);
        return variable;
    }

    private Variable? Choice(Place place, string code)
    {
        var variable = questionnaire.FindVariable(code);
        if (variable is null) Report(place, "studies.unknown_variable", ("variable", code));
        else if (variable.Type != VariableType.Choice || variable.Options.Count > MostOptions) Report(place, "studies.not_one_choice", ("variable", code));
        else return variable;
        return null;
    }

    private void CheckOptions(Place place, Variable variable, IEnumerable<string> codes)
    {
        foreach (var code in codes.Where(c => variable.FindOption(c) is null))
            Report(place, "studies.unknown_option", ("variable", variable.Code), ("option", code));
    }

    private void Report(Place place, string code, params ReadOnlySpan<(string Name, object? Value)> facts) => problems.Add(place.File, place.Line, code, facts);

    private readonly record struct Place(string File, int Line);
}
