using System.Globalization;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Paper;
using Diapason.Forms;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Diapason.Consultations.Pages.Manage.Fieldwork;

/// <summary>Typing a sheet, or asking the questions of a call, on one page by the keyboard.</summary>
internal sealed class EnterModel(
    CampaignDirectory campaigns, DiapasonDb db, CurrentCouncil council, ReadSheet read, PaperRouting routing, EnterSheet enter, NewCodes codes, SecretCodes secrets, Texts<ConsultationsModule> texts) : SheetPage(campaigns, db, read, routing)
{
    private string? _sealed;

    public override string Leads => Url.To(ConsultationsLinks.Batch(Facts.Id.Value, Batch.Id));

    public string Council => council.Value.Name.Here;

    public string ConsentWords => Screens.Say(Form.Consent.Field.Variable.Question.Body, Languages.Current);

    /// <summary>The number of the sheet just kept.</summary>
    public int? Kept => int.TryParse(Request.Query["kept"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Of this page: sent twice, the sheet is kept once.</summary>
    public Guid Key => Request.HasFormContentType && Guid.TryParse(Request.Form["-key"], out var key) ? key : RandomId.New();

    public string TypedCode => Request.HasFormContentType ? Request.Form["-code"].ToString() : "";

    /// <summary>The code said to the person, sealed so that nobody chooses it.</summary>
    public string Sealed => _sealed ??= Request.HasFormContentType ? Request.Form["-sealed"].ToString() : codes.Seal();

    public string SpokenCode => SecretCodes.Write(AnswerCodes.Resume, codes.Open(Sealed));

    public string ResumeAddress => Url.Whole(ConsultationsLinks.Resume);

    public async Task<IActionResult> OnGetAsync(Guid id, Guid batch, CancellationToken cancel)
    {
        if (!await FindAsync(council.Id, (id, batch), cancel)) return NotFound();
        return Batch.ClosedOn is null ? Page() : this.SeeOther(ConsultationsLinks.Batch(id, batch));
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid batch, CancellationToken cancel)
    {
        if (!await FindAsync(council.Id, (id, batch), cancel)) return NotFound();
        var code = IsPhone ? codes.Open(Sealed) : secrets.Read(TypedCode)?.Code;
        var isMistyped = !IsPhone && code is null && TypedCode.Trim().Length > 0;
        if (isMistyped) ModelState.AddModelError("-code", texts["resume.mistyped"]);
        if (ReadForm(texts) is not { } reading || isMistyped) return this.Refused();
        var kept = await enter.RunAsync(Facts, batch, (new TypedSheet(Key, reading.Answers, code), Me), cancel);
        return kept.IsDone ? this.SeeOther(ConsultationsLinks.EnterSheet(id, batch).With("kept", kept.Value)) : this.Refuse(kept);
    }
}
