using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Studies.Contracts;
using Diapason.Text;

namespace Diapason.Studies.Front;

/// <summary>The portrait to be found by what was asked. Its figures are read on its own page only, with all they must carry.</summary>
internal sealed class StudiesSearch(ICampaigns campaigns, CurrentCouncil council, Texts<StudiesModule> texts) : ISearchable
{
    public async ValueTask<string> StampAsync(CancellationToken cancel) =>
        await campaigns.LatestAsync(council.Id, cancel) is { } campaign ? $"{campaign.Id}{campaign.Questionnaire.Version}" : "";

    public async ValueTask<IReadOnlyList<SearchDocument>> DocumentsAsync(CancellationToken cancel)
    {
        if (await campaigns.LatestAsync(council.Id, cancel) is not { } campaign) return [];
        return
        [
            new SearchDocument
            {
                Kind = texts.InAll("search.portrait"),
                Title = texts.InAll("programme.title"),
                Text = texts.InAll("programme.text", campaign.Title),
                Words = Join(campaign.Questionnaire.Sections.SelectMany(section => section.Pages.SelectMany(page => page.Questions.Select(question => question.Title)).Prepend(section.Title))),
                Link = StudiesLinks.Portrait,
            },
        ];
    }

    private static LocalizedText Join(IEnumerable<LocalizedText> texts) =>
        new(texts.SelectMany(text => text.All).GroupBy(pair => pair.Key, pair => pair.Value).Select(group => KeyValuePair.Create(group.Key, string.Join(' ', group))));
}
