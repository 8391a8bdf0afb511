using Diapason.Platform.Expiry;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Sample.Contracts;
using Diapason.Sample.Data;
using Diapason.Sample.Entries;

namespace Diapason.Sample.Front;

/// <summary>The entries to be found by their words.</summary>
internal sealed class SampleSearch(ReadEntries read, Texts<SampleModule> texts) : ISearchable
{
    public async ValueTask<string> StampAsync(CancellationToken cancel) =>
        $"{read.Today.DayNumber}{string.Concat((await read.RunAsync(cancel)).Select(entry => entry.Stamp.ToString("N")))}";

    public async ValueTask<IReadOnlyList<SearchDocument>> DocumentsAsync(CancellationToken cancel) => [.. (await read.RunAsync(cancel)).Select(Document)];

    private SearchDocument Document(Entry entry) => new()
    {
        Kind = texts.InAll("search.kind"),
        Title = entry.Title,
        Text = entry.Text,
        Link = SampleLinks.Start.At(entry.Code),
        IsExpired = entry.Review.IsOver(read.Today),
    };
}
