using Diapason.Learning.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Settling;

/// <summary>What a council settles for its sessions. Who has signed up was told a term: a longer one holds for those who come after, so it is never made longer here.</summary>
internal sealed class SettleRules(DiapasonDb db, CurrentCouncil council, AuditTrail audit)
{
    public const int MostHours = 240;
    public const int MostMonths = 36;
    public const int MostPeople = 100;

    public async Task<Outcome> RunAsync(RulesForm wanted, CancellationToken cancel)
    {
        var problems = new List<Problem>();
        if (wanted.HoldHours is not (>= 1 and <= MostHours)) problems.Add(Problem.Invalid("rules.hours_wrong", nameof(RulesForm.HoldHours), ("most", MostHours)));
        if (wanted.KeepMonths is not (>= 1 and <= MostMonths)) problems.Add(Problem.Invalid("rules.months_wrong", nameof(RulesForm.KeepMonths), ("most", MostMonths)));
        if (wanted.ListSize is not (>= 2 and <= MostPeople)) problems.Add(Problem.Invalid("rules.size_wrong", nameof(RulesForm.ListSize), ("most", MostPeople)));
        if (problems.Count > 0) return Outcome.Of(problems);
        var rules = await db.Set<Rules>().SingleOrDefaultAsync(cancel);
        if (rules is null) db.Add(rules = Rules.Of(council.Id));
        if (wanted.KeepMonths > rules.KeepMonths && await db.Set<Registration>().AnyAsync(cancel)) return Problem.Invalid("rules.months_longer", nameof(RulesForm.KeepMonths), ("now", rules.KeepMonths));
        (rules.HoldHours, rules.KeepMonths, rules.ListSize) = (wanted.HoldHours!.Value, wanted.KeepMonths!.Value, wanted.ListSize!.Value);
        audit.Record(new Settled(council.Id));
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    [Recorded("session.rules_settled", "council")]
    internal sealed record Settled(Guid Subject) : Act(Subject);
}

/// <summary>The three numbers as they are typed.</summary>
internal sealed record RulesForm
{
    public int? HoldHours { get; init; }
    public int? KeepMonths { get; init; }
    public int? ListSize { get; init; }
}
