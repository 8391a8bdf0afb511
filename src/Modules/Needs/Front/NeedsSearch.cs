using Diapason.Needs.Contracts;
using Diapason.Needs.Reference;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Text;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Needs.Front;

/// <summary>The entries of the offer to be found, by their words and by the competencies and obstacles they answer.</summary>
internal sealed class NeedsSearch(ReferenceLibrary library, DiapasonDb db, CurrentCouncil council, Texts<NeedsModule> texts, TimeProvider clock) : ISearchable
{
    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.LocalMoment);

    public async ValueTask<string> StampAsync(CancellationToken cancel)
    {
        var stamp = await db.Set<Data.StoredReference>().Select(r => (Guid?)r.Stamp).SingleOrDefaultAsync(cancel);
        return $"{stamp:N}{Today.DayNumber}";
    }

    public async ValueTask<IReadOnlyList<SearchDocument>> DocumentsAsync(CancellationToken cancel) =>
        await library.FindAsync(council.Id, cancel) is { } reference ? [.. reference.Offer.Entries.Where(entry => !entry.IsWithdrawn).Select(entry => Document(entry, reference.Framework))] : [];

    private SearchDocument Document(OfferEntry entry, Framework framework) => new()
    {
        Kind = texts.InAll("kind." + SnakeCase(entry.Kind)),
        Title = entry.Title,
        Text = entry.Text,
        Words = Join([entry.Words, .. entry.Develops.Select(d => framework.Competency(d.Competency)?.Name), .. entry.Answers.Select(code => framework.Obstacle(code)?.Name)]),
        Link = NeedsLinks.Entry(entry.Code),
        IsExpired = entry.IsExpired(Today),
    };

    private static LocalizedText Join(IEnumerable<LocalizedText?> texts) =>
        new(texts.OfType<LocalizedText>().SelectMany(text => text.All).GroupBy(pair => pair.Key, pair => pair.Value).Select(group => KeyValuePair.Create(group.Key, string.Join(' ', group))));

    private static string SnakeCase(OfferKind kind) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());
}
