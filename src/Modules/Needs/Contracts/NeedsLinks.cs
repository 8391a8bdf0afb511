namespace Diapason.Needs.Contracts;

/// <summary>Pages of this module that others link to, as for <c>asp-page</c>.</summary>
public static class NeedsLinks
{
    /// <summary>"Find my next step": from one's answers, from eight quick questions, or with a code.</summary>
    public const string Start = "/NextSteps/Index";

    /// <summary>The visitor's own steps; redirects to <see cref="Start"/> when there are none.</summary>
    public const string Mine = "/NextSteps/Mine";
}
