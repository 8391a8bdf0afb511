using System.Globalization;
using System.Text.Json;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Trail;

/// <summary>One act, in words.</summary>
/// <param name="Who">Null for the command line.</param>
/// <param name="Changes">Fields by their label, before and after.</param>
internal sealed record TrailRow(DateTime At, AuditSubject? Who, string Act, AuditSubject Subject, IReadOnlyList<(string Label, string Value)> Details, IReadOnlyList<FieldChange> Changes);

/// <summary>Reads a page of the current council's trail, latest first, and puts it in words: the modules name what they own.</summary>
internal sealed class ReadTrail(DiapasonDb db, IEnumerable<IAuditSubjects> owners, IEnumerable<IAuditFields> fields, ModuleCatalog modules, Texts<AccountsModule> texts)
{
    private const int Size = 50;
    private const string Changes = "changes";

    private IQueryable<AuditEntry> Entries => db.Set<AuditEntry>().AsNoTracking();

    public async Task<int> PagesAsync(CancellationToken cancel) => Math.Max(1, ((await Entries.CountAsync(cancel)) + Size - 1) / Size);

    public async Task<IReadOnlyList<TrailRow>> PageAsync(int number, CancellationToken cancel)
    {
        var entries = await Entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Skip((number - 1) * Size).Take(Size).ToListAsync(cancel);
        var read = entries.ConvertAll(entry => (Entry: entry, Details: Properties(entry.Details)));
        var named = await NameAsync(read.SelectMany(r => References(r.Entry).Concat(r.Details)).ToList(), cancel);
        var rows = new List<TrailRow>();
        foreach (var (entry, details) in read)
        {
            rows.Add(new TrailRow(
                entry.At,
                entry.UserId is { } user ? Find(named, ("account", user.ToString())) : null,
                modules.Words(entry.Act) ?? entry.Act,
                Find(named, Split(entry.Subject)),
                [.. details.Where(d => d.Kind != Changes).Select(d => (modules.Words("audit.detail." + d.Kind) ?? d.Kind, Value(named, d)))],
                await ChangesAsync(entry, details, cancel)));
        }

        return rows;
    }

    private async Task<IReadOnlyList<FieldChange>> ChangesAsync(AuditEntry entry, List<(string Kind, string Value)> details, CancellationToken cancel)
    {
        if (details.FirstOrDefault(d => d.Kind == Changes) is not { Value: { } json }) return [];
        var changes = JsonSerializer.Deserialize<List<FieldChange>>(json, JsonSerializerOptions.Web) ?? [];
        return fields.FirstOrDefault(f => f.Of == Split(entry.Subject).Kind) is { } says ? await says.SayAsync(changes, cancel) : changes;
    }

    private static IEnumerable<(string Kind, string Value)> References(AuditEntry entry) => entry.UserId is { } user ? [Split(entry.Subject), ("account", user.ToString())] : [Split(entry.Subject)];

    private static (string Kind, string Value) Split(string subject) => subject.Split(':', 2) is [var kind, var id] ? (kind, id) : ("", subject);

    /// <summary>The facts of an act, those that are not known left out.</summary>
    private static List<(string Kind, string Value)> Properties(string? details)
    {
        if (details is null) return [];
        using var document = JsonDocument.Parse(details);
        return [.. document.RootElement.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null)
            .Select(p => (JsonNamingPolicy.SnakeCaseLower.ConvertName(p.Name), p.Value.ToString()))];
    }

    private async Task<Dictionary<(string, Guid), AuditSubject>> NameAsync(List<(string Kind, string Value)> references, CancellationToken cancel)
    {
        var named = new Dictionary<(string, Guid), AuditSubject>();
        foreach (var owner in owners)
        {
            var ids = references.Where(r => r.Kind == owner.Kind && Guid.TryParse(r.Value, out _)).Select(r => Guid.Parse(r.Value)).ToHashSet();
            if (ids.Count == 0) continue;
            foreach (var (id, subject) in await owner.NameAsync(ids, cancel)) named[(owner.Kind, id)] = subject;
        }

        return named;
    }

    private AuditSubject Find(Dictionary<(string, Guid), AuditSubject> named, (string Kind, string Value) reference)
    {
        if (!Guid.TryParse(reference.Value, out var id)) return new AuditSubject(reference.Value);
        return named.GetValueOrDefault((reference.Kind, id)) ?? new AuditSubject(texts["audit.gone", AuditSubject.Mark(id)]);
    }

    /// <summary>A fact as people read it: a role by its name, a day in letters, a thing by its name.</summary>
    private string Value(Dictionary<(string, Guid), AuditSubject> named, (string Kind, string Value) detail)
    {
        if (detail.Kind == "changed") return string.Join(", ", detail.Value.Split(' ').Select(part => modules.Words("council.part." + part) ?? part));
        if (detail.Kind == "language" && Languages.IsCode(detail.Value)) return Languages.NameOf(detail.Value);
        if (modules.Words($"audit.value.{detail.Kind}.{detail.Value}") is { } said) return said;
        if (modules.Role(detail.Value) is not null) return modules.Words("role." + detail.Value) ?? detail.Value;
        if (DateOnly.TryParseExact(detail.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return LocalDates.InWords(day);
        return Find(named, detail).Name;
    }
}
