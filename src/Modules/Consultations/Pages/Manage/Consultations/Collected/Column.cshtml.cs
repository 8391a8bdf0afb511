using System.Globalization;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Collecting;
using Diapason.Consultations.Contracts;
using Diapason.Design;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Diapason.Consultations.Pages.Manage.Consultations.Collected;

/// <summary>One column: what it is about, then what each of its values means.</summary>
internal sealed class ColumnModel(CampaignDirectory campaigns, DiapasonDb db, CollectedContents contents, CurrentCouncil council, ChangeMapping change, CollectedWords words, Texts<ConsultationsModule> texts) : CollectedPage(campaigns, db, contents)
{
    public ColumnView Column { get; private set; } = null!;

    public ColumnValues Values { get; private set; } = null!;

    public int Number { get; private set; }

    public IReadOnlyList<Choice> Subjects => words.Subjects(Facts.Questionnaire);

    public IReadOnlyList<Choice> DateOrders => [.. Enum.GetValues<DateOrder>().Select(order => new Choice(order.ToString(), texts["collected.dates." + order.ToString().ToLowerInvariant()]))];

    public IReadOnlyList<Choice> Separators => [.. CollectedWords.Separators.Select(one => new Choice(one.Word, texts["collected.separator." + one.Word]))];

    public string? Done => Request.Query["done"] == "subject" ? texts["collected.done.subject"] : null;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid batch, int number, CancellationToken cancel) => await ShowAsync((id, batch), number, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSubjectAsync(Guid id, Guid batch, int number, string? subject, CancellationToken cancel)
    {
        if (!await ShowAsync((id, batch), number, cancel)) return NotFound();
        var chosen = CollectedWords.Chosen(Column.Name, subject ?? "", Facts.Questionnaire);
        var then = chosen.As == ColumnUse.LeaveOut ? ConsultationsLinks.CollectedBatch(id, batch).With("done", "column") : ConsultationsLinks.CollectedColumn(id, batch, number).With("done", "subject");
        return this.Answer(await change.RunAsync(Facts, batch, (file, mapping) => mapping.With(new ProposeMapping(Facts.Questionnaire).Read(chosen, file.Sheet(mapping.Sheet))), cancel), then);
    }

    public async Task<IActionResult> OnPostValuesAsync(Guid id, Guid batch, int number, CancellationToken cancel)
    {
        if (!await ShowAsync((id, batch), number, cancel)) return NotFound();
        var form = Request.Form;
        var said = new List<ValueMapping>();
        for (var i = 0; i < ProposeMapping.MostValues && form.ContainsKey($"from-{i}"); i++)
            if (Values.Meant(form[$"from-{i}"].ToString(), form[$"to-{i}"].ToString()) is { } value) said.Add(value);
        var changed = Column.Mapping with
        {
            Values = said,
            Dates = Enum.TryParse<DateOrder>(form["dates"], out var order) ? order : Column.Mapping.Dates,
            Separator = CollectedWords.Separators.FirstOrDefault(one => one.Word == form["separator"].ToString()).Mark ?? Column.Mapping.Separator,
        };
        return this.Answer(await change.RunAsync(Facts, batch, (_, mapping) => mapping.With(changed), cancel), ConsultationsLinks.CollectedBatch(id, batch).With("done", "column").At("c-" + number.ToString(CultureInfo.InvariantCulture)));
    }

    private async Task<bool> ShowAsync((Guid Campaign, Guid Batch) of, int number, CancellationToken cancel)
    {
        if (!await FindAsync(council.Id, of, cancel) || Contents is null || number < 1 || number > Sheet.Columns.Count) return false;
        (Number, Column) = (number, ColumnView.Of(Facts.Questionnaire, (Sheet, number - 1), Mapping, words));
        Values = ColumnValues.Of(Facts.Questionnaire, Sheet, Column, texts);
        return true;
    }
}
