using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Data;
using Diapason.Consultations.Paper;
using Diapason.Platform.Data;
using Diapason.Platform.Language;

namespace Diapason.Consultations.Pages.Manage.Fieldwork;

/// <summary>A page on which one sheet is typed, by the numbers of its questions and choices.</summary>
internal abstract class SheetPage(CampaignDirectory campaigns, DiapasonDb db, ReadSheet read, PaperRouting routing) : FieldworkPage(campaigns, db)
{
    private const string Drop = "drop";
    private const string Look = "look";

    /// <summary>What is wrong, by the name of its cell.</summary>
    public IReadOnlyDictionary<string, string> Problems { get; private set; } = new Dictionary<string, string>();

    /// <summary>Nothing is wrong that the sheet could not be kept without.</summary>
    public bool MayDrop { get; private set; }

    /// <summary>The form was sent to be read again: nothing is kept yet.</summary>
    public bool IsLookedAt { get; private set; }

    public bool IsPhone => Batch.Mode == BatchMode.Phone;

    /// <summary>Where the sheet was to be typed again, the batch; otherwise the next sheet.</summary>
    public abstract string Leads { get; }

    public string Typed(PaperCell cell) => Request.HasFormContentType ? Request.Form[cell.Field.Name].ToString() : "";

    public string For(PaperQuestion question) => routing.For(Form, question.Screen.Question, Facts.Questionnaire);

    /// <summary>What the form holds, when it can be kept; null when it is to be shown again.</summary>
    protected SheetReading? ReadForm(Texts<ConsultationsModule> texts)
    {
        var form = Request.Form;
        var reading = read.Run(Form, (Facts.Questionnaire, Campaign.In(Languages.Current)), name => form[name].ToString());
        IsLookedAt = form["act"] == Look;
        if (!IsLookedAt && reading.MayBeKept(form["act"] == Drop)) return reading;
        Show(reading, texts);
        return null;
    }

    private void Show(SheetReading reading, Texts<ConsultationsModule> texts)
    {
        MayDrop = !IsLookedAt && reading.MayBeKept(true);
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var problem in reading.Problems)
        {
            problems[problem.Field.Name] = problem.Message;
            ModelState.AddModelError(problem.Field.Name, ReferenceEquals(problem.Field, Form.Consent.Field) ? texts["sheet.no_consent"] : texts["sheet.at", Form.Find(problem.Field)?.Number ?? "", problem.Message]);
        }

        Problems = problems;
    }
}
