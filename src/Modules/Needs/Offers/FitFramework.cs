using Diapason.Needs.Reference;

namespace Diapason.Needs.Offers;

/// <summary>
/// What the council wrote is kept when a kit is loaded, and the kit may bring another framework: codes that it describes no more are taken out of the entries, and
/// an entry that then leads to no competency is withdrawn. Pure.
/// </summary>
internal static class FitFramework
{
    public static NeedsReference Of(NeedsReference reference) => reference with
    {
        Offer = reference.Offer with { Entries = [.. reference.Offer.Entries.Select(entry => Fit(entry, reference))] },
    };

    private static OfferEntry Fit(OfferEntry entry, NeedsReference reference)
    {
        if (!entry.IsOurs && !entry.IsWithdrawn) return entry;
        var (framework, quick) = (reference.Framework, reference.Quick);
        IReadOnlyList<Development> develops = [.. entry.Develops.Where(d => framework.Competency(d.Competency) is not null)];
        return entry with
        {
            Develops = develops,
            IsWithdrawn = entry.IsWithdrawn || develops.Count == 0,
            Answers = [.. entry.Answers.Where(code => framework.Obstacle(code) is not null)],
            Helps = [.. entry.Helps.Where(code => quick.Task.Option(code) is not null)],
            Suits = entry.Suits with
            {
                Statuses = [.. entry.Suits.Statuses.Where(code => framework.Statuses.Any(s => s.Code == code))],
                Roles = [.. entry.Suits.Roles.Where(code => framework.Roles.Any(r => r.Code == code))],
                Links = [.. entry.Suits.Links.Where(code => quick.Link.Option(code) is not null)],
                Tasks = [.. entry.Suits.Tasks.Where(code => quick.Task.Option(code) is not null)],
                Goals = [.. entry.Suits.Goals.Where(code => quick.Goal.Option(code) is not null)],
            },
        };
    }
}
