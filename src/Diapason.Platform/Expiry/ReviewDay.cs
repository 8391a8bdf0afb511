namespace Diapason.Platform.Expiry;

/// <summary>Verdicts expire: what was judged bears the day on which to judge it again, and loses rank by itself after it. One rule for every module.</summary>
public static class ReviewDay
{
    extension(DateOnly review)
    {
        /// <summary>That day is past: what bears it comes last and says so.</summary>
        public bool IsOver(DateOnly today) => review < today;

        /// <summary>Past, or within so many days: a thing to do for those who keep it.</summary>
        public bool IsDue(DateOnly today, int near) => review <= today.AddDays(near);
    }
}
