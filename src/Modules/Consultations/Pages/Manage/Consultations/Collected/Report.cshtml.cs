using System.Globalization;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Collecting;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Diapason.Consultations.Pages.Manage.Consultations.Collected;

/// <summary>What keeps something of several rows from coming in.</summary>
/// <param name="Number">The place of the column, from 1; 0 for whole rows.</param>
internal sealed record ProblemKind(string Column, int Number, string Value, string Says, int Rows);

/// <summary>What would come in of a file and what would not, by row and column, before anything is kept.</summary>
internal sealed class ReportModel(CampaignDirectory campaigns, DiapasonDb db, CollectedContents contents, CurrentCouncil council, KeepCollected keep, CollectedWords words) : CollectedPage(campaigns, db, contents)
{
    private const int MostShown = 200;

    /// <summary>Kinds of problems that are listed before the rows.</summary>
    public const int MostKinds = 40;

    private CollectedReport? _report;

    /// <summary>Every row is read for it: once a request.</summary>
    public CollectedReport Report => _report ??= CollectedReport.Of(Facts.Questionnaire, Sheet, Mapping);

    public IEnumerable<CollectedProblem> Shown => Report.Problems.Take(MostShown);

    /// <summary>The same value of the same column, for the same reason, once with its rows; the most frequent first, of those that are told.</summary>
    public IReadOnlyList<ProblemKind> Kinds => [.. from problem in Report.Problems
                                                   group problem by (problem.Column, problem.Value, Says: Say(problem)) into same
                                                   orderby same.Count() descending
                                                   select new ProblemKind(same.Key.Column, Sheet.IndexOf(same.Key.Column) + 1, same.Key.Value, same.Key.Says, same.Count())];

    public string Say(CollectedProblem problem) => words.Say(problem, Campaign);

    public string Typed(string field) => Request.HasFormContentType ? Request.Form[field].ToString().Trim() : field == "name" ? Batch.Name : "";

    public async Task<IActionResult> OnGetAsync(Guid id, Guid batch, CancellationToken cancel) => await ShowAsync(id, batch, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid batch, CancellationToken cancel)
    {
        if (!await ShowAsync(id, batch, cancel)) return NotFound();
        var facts = new CollectedFacts { Name = Typed("name"), First = Day("first"), Last = Day("last"), Told = Typed("told"), IsDropping = Typed("drop") == "true" };
        (var kept, _report) = await keep.RunAsync(Facts, Batch, new(Sheet, Mapping, facts), cancel);
        return this.Answer(kept, ConsultationsLinks.CollectedBatch(id, batch).With("done", "kept"));
    }

    private DateOnly? Day(string field) => DateOnly.TryParseExact(Typed(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private async Task<bool> ShowAsync(Guid id, Guid batch, CancellationToken cancel) => await FindAsync(council.Id, (id, batch), cancel) && Contents is not null;
}
