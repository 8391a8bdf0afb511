using Microsoft.AspNetCore.Http;

namespace Diapason.Consultations.Apart;

/// <summary>A field beside the sending that no person sees, hears or reaches, and that no browser fills in by itself. Programs that fill in whatever they find give themselves away by it; they are told nothing of it.</summary>
internal static class EmptyField
{
    /// <summary>A name that programs like, and that no question can have.</summary>
    public const string Name = "-website";

    /// <summary>What is kept beside the answer, instead of a reason of the watch.</summary>
    public const string Reason = "filled";

    public static bool IsFilled(IFormCollection form) => form[Name].Any(value => !string.IsNullOrWhiteSpace(value));
}
