using Diapason.Consultations.Answering;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Pretesting;
using Diapason.Consultations.Writing;
using Diapason.Forms;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Security;
using Microsoft.AspNetCore.Authorization;

namespace Diapason.Consultations.Pages.Manage.Questionnaires;

/// <summary>The true pages of a draft, complete or not: what it lacks is stood in for.</summary>
[FramedByHouse]
internal sealed class DraftPreviewModel(FindDraft find, CurrentCouncil council, IAuthorizationService authorization, PreviewStore previews) : TruePagesModel(previews)
{
    protected override async Task<TruePages?> FindAsync(Guid id)
    {
        if (await find.RunAsync(id, HttpContext.RequestAborted) is not { } state || FillDraft.Run(StartDraft.Consented(state.Draft)) is not { } filled) return null;
        var questionnaire = QuestionnaireReader.Read(CouncilPlaces.Fill(filled.Text, council.Settings.FewestInRow), "questionnaire.yaml").Questionnaire ?? filled.Questionnaire!;
        var language = questionnaire.Heading.Languages.Contains(Languages.Current) ? Languages.Current : questionnaire.Heading.Languages[0];
        var writes = (await authorization.AuthorizeAsync(User, null, WritingPolicy.Author)).Succeeded;
        return new TruePages(questionnaire, new Screens(questionnaire, language), questionnaire.Title.In(language), page => ConsultationsLinks.DraftPreview(id, page), writes ? ConsultationsLinks.EditDraft(id) : ConsultationsLinks.Questionnaires) { CouncilId = council.Id };
    }
}
