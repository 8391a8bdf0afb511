using Diapason.Learning.Sessions;
using Diapason.Needs.Contracts;
using Diapason.Platform.Outcomes;

namespace Diapason.Learning.Interests;

/// <summary>What somebody says of what they wait for, besides how to reach them.</summary>
internal sealed record InterestForm
{
    public string? Competency { get; init; }
    public string? Region { get; init; }
    public string? Wish { get; init; }

    public SessionFormat? Format => Enum.TryParse<SessionFormat>(Wish, out var wish) && Enum.IsDefined(wish) ? wish : null;

    public IReadOnlyList<Problem> Problems(EntryName? entry, OfferNames names)
    {
        var problems = new List<Problem>();
        if (entry is null && names.Competency(Competency) is null) problems.Add(Problem.Invalid("interest.competency_missing", nameof(Competency)));
        if (names.Regions.Count > 0 && names.Region(Region) is null) problems.Add(Problem.Invalid("interest.region_missing", nameof(Region)));
        if (Format is null) problems.Add(Problem.Invalid("interest.wish_missing", nameof(Wish)));
        return problems;
    }
}
