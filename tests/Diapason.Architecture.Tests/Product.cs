using System.Reflection;
using Diapason.Platform.Modules;

namespace Diapason.Architecture.Tests;

/// <summary>Where the repository is, and which assemblies make the product.</summary>
internal static class Product
{
    public static readonly string Root = FindRoot();

    public static readonly IReadOnlyList<Assembly> Libraries = [typeof(Text.LocalizedText).Assembly, Assembly.Load("Diapason.Yaml"), Assembly.Load("Diapason.Forms"), Assembly.Load("Diapason.Statistics")];

    public static readonly Assembly Platform = typeof(IModule).Assembly;

    public static readonly Assembly Design = Assembly.Load("Diapason.Design");

    public static readonly IReadOnlyList<IModule> Modules = [new Accounts.AccountsModule(), new Consultations.ConsultationsModule(), new Studies.StudiesModule(), new Needs.NeedsModule()];

    public static IEnumerable<string> Sources(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or "lib"));

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "Diapason.slnx"))) return folder;
        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
