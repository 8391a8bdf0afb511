using System.Globalization;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Text;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Platform.Councils;

/// <summary>What a council is to become.</summary>
public sealed record CouncilChange(LocalizedText Name, LocalizedText Purpose, CouncilSettings Settings);

/// <summary>Changes a council's name, purpose and settings: from its page, or from a kit.</summary>
public sealed class ChangeCouncil(DiapasonDb db, CurrentCouncil current, CouncilDirectory directory, IEnumerable<IKeptPromises> promises, AuditTrail audit)
{
    /// <summary>Refused with every problem of what is wanted, or when it would loosen what people who answered were promised.</summary>
    /// <param name="wanted">The whole council, what does not change included.</param>
    /// <param name="seen">The <see cref="StampOf"/> of what was shown.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Outcome> RunAsync(CouncilChange wanted, string seen, CancellationToken cancel)
    {
        if (CheckSettings.Of(wanted) is { Count: > 0 } problems) return Outcome.Of(problems);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var id = current.Id;
        // The row is the lock: two administrators come one after the other.
        await db.Set<Council>().Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.IsDefault, c => c.IsDefault), cancel);
        var council = await db.Set<Council>().SingleAsync(c => c.Id == id, cancel);
        if (StampOf(council) != seen) return Problem.Lost("council.changed_meanwhile");
        if (await LoosenedAsync(council, wanted.Settings, cancel) is { Count: > 0 } loosened) return Outcome.Of(loosened);
        Apply(council, wanted);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        directory.Refresh();
        return Outcome.Done;
    }

    public static string StampOf(Council council) => SettingsJson.Stamp(council.Settings) + SettingsJson.Stamp(new LocalizedText[] { council.Name, council.Purpose });

    /// <summary>The same, from a kit, in its transaction.</summary>
    /// <returns>Why it was left alone: the council changed what an earlier kit had written, or people were promised otherwise. Empty when it is written.</returns>
    internal async Task<IReadOnlyList<Problem>> LoadAsync(Council council, CouncilSettings wanted, bool replacesEdits, CancellationToken cancel)
    {
        var (was, stamp) = (SettingsJson.Stamp(council.Settings), SettingsJson.Stamp(wanted));
        if (was == stamp) council.KitStamp = stamp;
        if (council.KitStamp == stamp) return [];
        if (!replacesEdits && (council.KitStamp is null ? was != SettingsJson.Stamp(CouncilSettings.None) : was != council.KitStamp)) return [Problem.Invalid("kit.settings_kept")];
        if (await LoosenedAsync(council, wanted, cancel) is { Count: > 0 } loosened) return loosened;
        Apply(council, new CouncilChange(council.Name, council.Purpose, wanted));
        council.KitStamp = stamp;
        return [];
    }

    private async Task<IReadOnlyList<Problem>> LoosenedAsync(Council council, CouncilSettings wanted, CancellationToken cancel)
    {
        var made = new List<KeptPromise>();
        foreach (var module in promises) made.AddRange(await module.AllAsync(cancel));
        return KeepPromises.Of(council.Settings, wanted, made);
    }

    /// <summary>Writes what differs. The trail says it before and after, but for what reaches a person: a telephone number has no place there.</summary>
    private void Apply(Council council, CouncilChange wanted)
    {
        var (was, now) = (council.Settings, wanted.Settings);
        (string Part, bool IsSame)[] parts =
        [
            ("name", council.Name.Equals(wanted.Name)),
            ("purpose", council.Purpose.Equals(wanted.Purpose)),
            ("threshold", was.RowThreshold == now.RowThreshold),
            ("small_rows", was.SmallRowsAtTheClose == now.SmallRowsAtTheClose),
            ("four_eyes", was.FourEyes == now.FourEyes),
            ("retention", was.RetentionMonths == now.RetentionMonths),
            ("contact", was.Contact == now.Contact),
            ("languages", was.Languages.SequenceEqual(now.Languages)),
            ("words", SettingsJson.Stamp(was.Words) == SettingsJson.Stamp(now.Words)),
            ("look", was.Look == now.Look),
            ("study", SettingsJson.Stamp(was.Study) == SettingsJson.Stamp(now.Study)),
        ];
        if (parts.All(part => part.IsSame)) return;
        var changed = string.Join(' ', parts.Where(part => !part.IsSame).Select(part => part.Part));
        var (threshold, retention) = (Move(was.RowThreshold, now.RowThreshold), Move(was.RetentionMonths, now.RetentionMonths));
        var changes = CouncilDifferences.Between(new CouncilChange(council.Name, council.Purpose, was), wanted);
        audit.Record(new CouncilChanged(council.Id, changed, threshold, retention, changes.Count == 0 ? null : changes));
        (council.Name, council.Purpose, council.Settings) = (wanted.Name, wanted.Purpose, now);
    }

    private static string? Move(int? from, int? to) => from == to ? null : $"{from?.ToString(CultureInfo.InvariantCulture) ?? "–"} → {to?.ToString(CultureInfo.InvariantCulture) ?? "–"}";
}
