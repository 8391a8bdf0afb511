using Diapason.Needs.Authoring;
using Diapason.Needs.Reference;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;

namespace Diapason.Needs.Offers;

/// <summary>The fields of an entry in the trail: what two versions do not say alike, and under the labels of its page.</summary>
internal sealed class OfferFields(ReferenceLibrary library, CurrentCouncil council, EntryWords words) : IAuditFields
{
    public string Of => "offer";

    /// <summary>Whom to reach is a person, and who gives it may be one: named without their values.</summary>
    public static IReadOnlyList<FieldChange> Between(OfferEntry was, OfferEntry now)
    {
        var (before, after) = (EntrySheet.Of(was, []), EntrySheet.Of(now, []));
        return [.. before.Differing(after).Take(FieldChange.Most).Select(field => IsSomeones(field) ? FieldChange.OfSomeone(field) : FieldChange.Of(field, before[field], after[field]))];
    }

    public async Task<IReadOnlyList<FieldChange>> SayAsync(IReadOnlyList<FieldChange> changes, CancellationToken cancel) =>
        await library.FindAsync(council.Id, cancel) is { } reference
            ? [.. changes.Select(change => new FieldChange(words.Label(change.Field, reference), Value(change.Field, change.Before, reference), Value(change.Field, change.After, reference)))]
            : changes;

    private string? Value(string field, string? value, NeedsReference reference) => value is { Length: > 0 } ? words.Value(field, value, reference) : value;

    private static bool IsSomeones(string field) => field.StartsWith("contact.", StringComparison.Ordinal) || field.StartsWith("provider.", StringComparison.Ordinal);
}
