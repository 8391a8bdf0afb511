using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Diapason.Consultations.Pretesting;

/// <summary>How long a page that is tried was looked at: the moment it was shown travels in its form, sealed, and comes back as a class.</summary>
internal sealed class PageClock(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>A name no question can have.</summary>
    public const string Field = "-shown-at";

    /// <summary>Classes of time by their end in seconds; the last has none.</summary>
    public static readonly IReadOnlyList<string> Classes = ["10", "20", "30", "60", "120", "300", "more"];

    private static readonly int[] Ends = [10, 20, 30, 60, 120, 300];

    private readonly IDataProtector _seal = protection.CreateProtector("Diapason.Consultations.PageShown");

    public string Now() => _seal.Protect(clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));

    /// <summary>Null when nothing tells.</summary>
    public string? Since(string? shown)
    {
        try
        {
            if (string.IsNullOrEmpty(shown) || !long.TryParse(_seal.Unprotect(shown), CultureInfo.InvariantCulture, out var at)) return null;
            var taken = (clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(at)).TotalSeconds;
            return taken < 0 ? null : Array.FindIndex(Ends, end => taken < end) is >= 0 and var found ? Classes[found] : Classes[^1];
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The class in which half of those counted have ended; null for nobody.</summary>
    public static string? Median(IReadOnlyList<string> classes, IEnumerable<string?> taken)
    {
        var places = taken.OfType<string>().Select(word => classes.ToList().IndexOf(word)).Where(place => place >= 0).Order().ToList();
        return places.Count == 0 ? null : classes[places[(places.Count - 1) / 2]];
    }
}
