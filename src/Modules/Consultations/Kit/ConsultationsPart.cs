using Diapason.Consultations.Answering;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Reaching;
using Diapason.Consultations.Targets;
using Diapason.Forms;
using Diapason.Platform.Kits;
using Diapason.Platform.Language;
using Diapason.Tables;

namespace Diapason.Consultations.Kit;

/// <summary>What this module reads of a kit: <c>questionnaire.yaml</c>, <c>campaign.yaml</c> and, when there are some, invented answers in <c>answers.csv</c> links of associations in <c>links.csv</c> and targets in <c>targets.csv</c>.</summary>
internal sealed class ConsultationsPart(CampaignDirectory directory, Texts<ConsultationsModule> texts, TimeProvider clock) : IKitPart
{
    private const string QuestionnaireFile = "questionnaire.yaml";
    private const string AnswersFile = "answers.csv";

    public int Order => 10;

    public KitStep? Read(KitFolder folder, KitProblems problems)
    {
        if (!folder.Has(QuestionnaireFile) && !folder.Has(CampaignReader.File)) return null;
        var definition = folder.Read(QuestionnaireFile, problems);
        var questionnaire = definition is null ? null : ReadQuestionnaire(definition, folder, problems);
        var images = new KitImages(folder, problems);
        if (questionnaire is not null && images.Settle(definition!) is var settled && settled != definition && !problems.Any) (definition, questionnaire) = (settled, ReadQuestionnaire(settled, folder, problems));
        var campaign = CampaignReader.Read(folder, problems);
        if (questionnaire is null || campaign is null) return null;
        var answers = folder.Has(AnswersFile) && folder.Read(AnswersFile, problems) is { } rows ? new AnswersReader(questionnaire, AnswersFile, problems).Read(rows) : null;
        var links = folder.Has(LinkTable.File) && folder.Read(LinkTable.File, problems) is { } table ? ReadLinks(table, folder.Languages, problems) : [];
        var targets = folder.Has(TargetTable.File) && folder.Read(TargetTable.File, problems) is { } hoped ? ReadTargets(hoped, folder.Languages, problems) : [];
        if (problems.Any) return null;
        return new LoadConsultation(questionnaire, definition!, campaign, answers) { Directory = directory, Links = links, Targets = targets, Images = images.All, Texts = texts, Now = clock.GetUtcNow().UtcDateTime }.RunAsync;
    }

    private static IReadOnlyList<LinkSheet> ReadLinks(string text, IReadOnlyList<string> languages, KitProblems problems)
    {
        var (sheets, wrong) = LinkTable.Read(ReadCsv.Rows(text), languages);
        foreach (var problem in wrong.Count > 0 ? wrong : KeepLinks.Judge(sheets))
            problems.Add(LinkTable.File, problem.Facts.FirstOrDefault(fact => fact.Name == "line").Value as int? ?? 0, problem.Code, [.. problem.Facts]);
        return sheets;
    }

    private static IReadOnlyList<TargetSheet> ReadTargets(string text, IReadOnlyList<string> languages, KitProblems problems)
    {
        var (sheets, wrong) = TargetTable.Read(ReadCsv.Rows(text), languages);
        foreach (var problem in wrong) problems.Add(TargetTable.File, problem.Facts.FirstOrDefault(fact => fact.Name == "line").Value as int? ?? 0, problem.Code, [.. problem.Facts]);
        return sheets;
    }

    private static Questionnaire? ReadQuestionnaire(string definition, KitFolder folder, KitProblems problems)
    {
        var reading = QuestionnaireReader.Read(definition, QuestionnaireFile);
        foreach (var problem in reading.Problems) problems.Add(problem, "questionnaire.");
        if (reading.Questionnaire is not { } questionnaire) return null;
        foreach (var language in folder.Languages.Where(language => !questionnaire.Heading.Languages.Contains(language)))
            problems.Add(QuestionnaireFile, 1, "questionnaire.kit_language_missing", ("language", language));
        if (ConsentPage.Is(questionnaire.Pages[0])) return questionnaire;
        problems.Add(QuestionnaireFile, 1, "questionnaire.consent_not_first");
        return null;
    }
}
