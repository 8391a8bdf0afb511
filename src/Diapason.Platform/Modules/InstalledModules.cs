using Diapason.Platform.Startup;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.Configuration;

namespace Diapason.Platform.Modules;

/// <summary>The host's modules less those an installation leaves out: <c>Diapason:Without</c>, names with commas between, <c>needs, studies</c>.</summary>
internal static class InstalledModules
{
    public static IReadOnlyList<IModule> Of(IReadOnlyList<IModule> modules, IConfiguration configuration)
    {
        var without = (configuration["Diapason:Without"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (without.Length == 0) return modules;
        if (without.FirstOrDefault(name => modules.All(m => m.Name != name)) is { } unknown) throw new SettingRefused("Diapason__Without", $"modules of this program, commas between: {string.Join(", ", modules.Select(m => m.Name))}");
        IReadOnlyList<IModule> kept = [.. modules.Where(m => !without.Contains(m.Name))];
        foreach (var left in modules.Except(kept))
            if (kept.FirstOrDefault(m => m.Assembly.GetReferencedAssemblies().Any(r => r.Name == left.Assembly.GetName().Name)) is { } needsIt)
                throw new SettingRefused("Diapason__Without", $"{needsIt.Name} too, which is built on {left.Name}");
        return kept;
    }

    /// <summary>The framework finds the pages of every assembly the host refers to: those of the modules left out are taken away.</summary>
    public static void LeaveOutPages(ApplicationPartManager parts, IEnumerable<IModule> leftOut)
    {
        var names = leftOut.Select(m => m.Assembly.GetName().Name).ToHashSet();
        foreach (var part in parts.ApplicationParts.Where(p => names.Contains(p.Name)).ToList()) parts.ApplicationParts.Remove(part);
    }
}
