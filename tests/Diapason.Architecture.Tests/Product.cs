using System.Reflection;
using Diapason.Platform.Modules;

namespace Diapason.Architecture.Tests;

/// <summary>Where the repository is, and which assemblies make the product.</summary>
internal static class Product
{
    public static readonly string Root = FindRoot();

    public static readonly IReadOnlyList<Assembly> Libraries = [.. Folders("libs").Select(Assembly.Load)];

    public static readonly Assembly Platform = typeof(IModule).Assembly;

    public static readonly Assembly Design = Assembly.Load("Diapason.Design");

    /// <summary>Found in the tree, so that no guard forgets one: the folder is the name.</summary>
    public static readonly IReadOnlyList<IModule> Modules = [.. Folders("src/Modules").Select(Module)];

    /// <summary>The name of a module's folder and of its project: <c>Consultations</c>.</summary>
    public static string NameOf(IModule module) => module.Assembly.GetName().Name!["Diapason.".Length..];

    public static string FolderOf(IModule module) => Path.Combine("src", "Modules", NameOf(module));

    public static IEnumerable<string> Sources(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or "lib"));

    // A folder without a project is what another branch left behind.
    private static IEnumerable<string> Folders(string under) =>
        Directory.GetDirectories(Path.Combine(Root, under)).Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any()).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    private static IModule Module(string name)
    {
        var manifest = Assembly.Load("Diapason." + name).GetExportedTypes().Single(type => type.IsAssignableTo(typeof(IModule)));
        return (IModule)Activator.CreateInstance(manifest)!;
    }

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "Diapason.slnx"))) return folder;
        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
