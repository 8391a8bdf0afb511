using System.Reflection;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Diapason.Architecture.Tests;

public sealed class BoundariesTests
{
    [Fact]
    public void The_host_runs_every_module_of_the_tree() =>
        Web.HouseModules.All.Select(m => m.GetType()).ShouldBe(Product.Modules.Select(m => m.GetType()), ignoreOrder: true);

    [Fact]
    public void A_module_is_named_after_its_folder() =>
        Product.Modules.Select(m => (m.Name, Manifest: m.GetType().Name)).ShouldBe(Product.Modules.Select(Product.NameOf).Select(folder => (folder.ToLowerInvariant(), folder + "Module")));

    [Fact]
    public void A_module_shows_only_its_contracts_and_its_manifest()
    {
        var strays =
            from module in Product.Modules
            from type in module.Assembly.GetExportedTypes()
            where type != module.GetType() && type.Namespace?.StartsWith(module.Assembly.GetName().Name + ".Contracts", StringComparison.Ordinal) != true
            // Razor makes page classes public, and the framework asks the same of page models and what their forms bind.
            where !(type.Namespace ?? "").Contains(".Pages", StringComparison.Ordinal) && !(type.FullName ?? "").StartsWith("AspNetCoreGeneratedDocument", StringComparison.Ordinal)
            select type.FullName;
        strays.ShouldBeEmpty();
    }

    [Fact]
    public void A_library_knows_no_framework()
    {
        string[] forbidden = ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Microsoft.Extensions", "Diapason.Platform", "Diapason.Design"];
        var strays =
            from library in Product.Libraries
            from reference in library.GetReferencedAssemblies()
            where forbidden.Any(f => reference.Name!.StartsWith(f, StringComparison.Ordinal))
            select $"{library.GetName().Name} → {reference.Name}";
        strays.ShouldBeEmpty();
    }

    [Fact]
    public void The_platform_and_the_design_know_no_module()
    {
        var names = Product.Modules.Select(m => m.Assembly.GetName().Name).ToHashSet();
        foreach (var lower in new[] { Product.Platform, Product.Design })
            lower.GetReferencedAssemblies().Select(r => r.Name).Where(names.Contains).ShouldBeEmpty();
    }

    [Fact]
    public void A_module_reads_no_other_modules_tables()
    {
        var strays =
            from module in Product.Modules
            from other in Product.Modules
            where module.Name != other.Name
            from file in Product.Sources(Product.FolderOf(module), "*.cs")
            where Regex.IsMatch(File.ReadAllText(file), $@"\b(FROM|JOIN|UPDATE|INTO)\s+{other.Name}_", RegexOptions.IgnoreCase)
            select file;
        strays.ShouldBeEmpty();
    }

    [Fact]
    public void Every_table_of_a_module_bears_its_name()
    {
        using var app = new Models();
        foreach (var entity in app.Db.Model.GetEntityTypes())
        {
            var owner = Product.Modules.FirstOrDefault(m => m.Assembly == entity.ClrType.Assembly)?.Name ?? "platform";
            Microsoft.EntityFrameworkCore.RelationalEntityTypeExtensions.GetTableName(entity)!.ShouldStartWith(owner + "_");
        }
    }
}
