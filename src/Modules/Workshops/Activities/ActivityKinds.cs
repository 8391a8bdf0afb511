using Diapason.Workshops.Preparing;

namespace Diapason.Workshops.Activities;

/// <summary>Every kind, in the order in which they are offered.</summary>
internal static class ActivityKinds
{
    public static readonly IReadOnlyList<ActivityKind> All = [new Cards(), new Votes(), new Piles(), new Dots(), new Ranking(), new Scale()];

    public static ActivityKind? Find(string code) => All.FirstOrDefault(kind => kind.Code == code);

    public static ActivityKind Of(ActivityContent activity) => Find(activity.Kind) ?? throw new InvalidOperationException("An activity of a kind that is not known any more.");
}
