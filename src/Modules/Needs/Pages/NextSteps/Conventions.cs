using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Needs.Pages.NextSteps;

/// <summary>Next steps are for everyone, without an account.</summary>
internal static class Conventions
{
    public static void Apply(RazorPagesOptions options) => options.Conventions.AllowAnonymousToFolder("/NextSteps");
}
