using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Exports;
using Diapason.Consultations.Paper;
using Diapason.Design;
using Diapason.Forms;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pages.Manage.Fieldwork;

/// <summary>One thing that two people typed otherwise.</summary>
internal sealed record Difference(string Code, string Asked, IReadOnlyList<Choice> Choices, string? Chosen);

/// <summary>Choosing, question by question and the paper in hand, which of two typings is right.</summary>
internal sealed class SettleModel(CampaignDirectory campaigns, DiapasonDb db, CurrentCouncil council, TypeAgain type, Texts<ConsultationsModule> texts) : FieldworkPage(campaigns, db)
{
    private const string First = "first";
    private const string Second = "second";

    public int Number { get; private set; }

    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid batch, int number, CancellationToken cancel) => await ShowAsync(id, batch, number, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid batch, int number, CancellationToken cancel)
    {
        if (!await ShowAsync(id, batch, number, cancel)) return NotFound();
        var chosen = Differences.Where(difference => difference.Chosen is First or Second).ToDictionary(difference => difference.Code, difference => difference.Chosen == Second);
        return this.Answer(await type.SettleAsync(Facts, (batch, number), chosen, cancel), ConsultationsLinks.Batch(id, batch).With("done", "settled"));
    }

    private async Task<bool> ShowAsync(Guid id, Guid batch, int number, CancellationToken cancel)
    {
        Number = number;
        if (!await FindAsync(council.Id, (id, batch), cancel)) return false;
        if (await Db.Set<PaperSheet>().AsNoTracking().SingleOrDefaultAsync(s => s.BatchId == batch && s.Number == number, cancel) is not { Second: { } second } sheet) return false;
        var (one, two) = (AnswerSet.Parse(sheet.Answers), AnswerSet.Parse(second));
        Differences = sheet.IsSettled ? [] : [.. SheetComparison.Of(Facts.Questionnaire, one, two).Different.Select(variable => Of(variable, one, two))];
        return true;
    }

    private Difference Of(Variable variable, AnswerSet one, AnswerSet two)
    {
        var number = Form.Cells.FirstOrDefault(cell => ReferenceEquals(cell.Field.Variable, variable))?.Number;
        return new(
            variable.Code, $"{number}. {AnswerTables.Asked(variable, Languages.Current)}",
            [new(First, texts["sheet.first", Say(variable, one)]), new(Second, texts["sheet.second", Say(variable, two)])],
            Request.HasFormContentType ? Request.Form[variable.Code].ToString() : null);
    }

    private static string Say(Variable variable, AnswerSet answers) =>
        variable.Say(answers[variable.Code], Languages.Current) is { Count: > 0 } said ? string.Join(" · ", said) : MissingWords.Of(answers[variable.Code].Missing, Languages.Current);
}
