using Diapason.Learning.Contracts;
using Diapason.Learning.Sessions;
using Diapason.Needs.Contracts;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Text;

namespace Diapason.Learning.Front;

/// <summary>Sessions to come, found by their words.</summary>
internal sealed class LearningSearch(ReadSessions read, IOfferNames offer, Texts<LearningModule> texts) : ISearchable
{
    public async ValueTask<string> StampAsync(CancellationToken cancel) =>
        string.Concat((await read.OpenAsync(cancel)).Select(s => s.Session.Stamp.ToString("N")));

    public async ValueTask<IReadOnlyList<SearchDocument>> DocumentsAsync(CancellationToken cancel)
    {
        var names = await offer.ReadAsync(cancel);
        return [.. (await read.OpenAsync(cancel)).Select(s => new SearchDocument
        {
            Kind = texts.InAll("search.kind"),
            Title = s.Content.Title,
            Text = s.Content.Text,
            Words = names.Competency(s.Content.Competency)?.Name ?? LocalizedText.Empty,
            Link = LearningLinks.Session(s.Session.Code),
        })];
    }
}
