using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Studies.Contracts;
using Diapason.Studies.Following;
using Diapason.Text;

namespace Diapason.Studies.Front;

/// <summary>Portraits to be found by what was asked, each at its own address. Their figures are read there only, with all they must carry.</summary>
internal sealed class StudiesSearch(StudyShelf shelf, CurrentCouncil council, Texts<StudiesModule> texts) : ISearchable
{
    public ValueTask<string> StampAsync(CancellationToken cancel) =>
        ValueTask.FromResult(string.Join(' ', shelf.All(council.Id).Select(study => $"{study.Campaign.Id}{study.Campaign.Questionnaire.Version}{study.Campaign.Title.ToJson()}")));

    public ValueTask<IReadOnlyList<SearchDocument>> DocumentsAsync(CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlyList<SearchDocument>>([.. shelf.All(council.Id).Select(study => Document(study.Campaign))]);

    private SearchDocument Document(CampaignFacts campaign) => new()
    {
        Kind = texts.InAll("search.portrait"),
        Title = texts.InAll("search.portrait_of", campaign.Title),
        Text = texts.InAll("programme.text", campaign.Title),
        Words = Join(campaign.Questionnaire.Sections.SelectMany(section => section.Pages.SelectMany(page => page.Questions.Select(question => Diapason.Forms.QuotedAnswers.Named(question.Title))).Prepend(section.Title))),
        Link = StudiesLinks.PortraitOf(campaign.Slug),
    };

    private static LocalizedText Join(IEnumerable<LocalizedText> texts) =>
        new(texts.SelectMany(text => text.All).GroupBy(pair => pair.Key, pair => pair.Value).Select(group => KeyValuePair.Create(group.Key, string.Join(' ', group))));
}
