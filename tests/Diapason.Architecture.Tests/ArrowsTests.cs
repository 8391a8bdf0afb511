using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Diapason.Architecture.Tests;

/// <summary>
/// Which module may know which: the table « Arrows » of <c>docs/architecture.md</c>, read here so that there is one of them. It names modules before
/// they exist; each is held to it on its first day.
/// </summary>
public sealed partial class ArrowsTests
{
    private const int ModulesOfTheProduct = 12;

    /// <summary>By module, those its own arrows point to.</summary>
    private static readonly Dictionary<string, string[]> Arrows = Read();

    [Fact]
    public void The_table_names_every_module_of_the_product()
    {
        Arrows.Count.ShouldBeGreaterThanOrEqualTo(ModulesOfTheProduct);
        Product.Modules.Select(Product.NameOf).Where(name => !Arrows.ContainsKey(name)).ShouldBeEmpty("modules without a row");
        Arrows.SelectMany(row => row.Value.Where(to => !Arrows.ContainsKey(to)).Select(to => $"{row.Key} → {to}")).ShouldBeEmpty("arrows to nothing");
    }

    [Fact]
    public void No_arrow_comes_back() => Arrows.Keys.Where(name => Reach(name).Contains(name)).ShouldBeEmpty();

    [Fact]
    public void A_module_knows_only_those_its_arrows_lead_to()
    {
        var strays =
            from module in Product.Modules.Select(m => (Name: Product.NameOf(m), Known: Compiled(m).Concat(Declared(m)).Distinct()))
            from known in module.Known
            where !Reach(module.Name).Contains(known)
            select $"{module.Name} → {known}";
        strays.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Learning", "Needs", true)]
    [InlineData("Workshops", "Studies", true)]
    [InlineData("Needs", "Consultations", true)]
    [InlineData("Studies", "Needs", false)]
    [InlineData("Consultations", "Studies", false)]
    [InlineData("Toolwatch", "Learning", false)]
    [InlineData("Accounts", "Consultations", false)]
    public void The_table_is_read_as_it_is_written(string from, string to, bool may) => Reach(from).Contains(to).ShouldBe(may);

    /// <summary>Those a module's arrows lead to, directly or through another.</summary>
    private static HashSet<string> Reach(string from)
    {
        var (reached, waiting) = (new HashSet<string>(StringComparer.Ordinal), new Stack<string>(Arrows.GetValueOrDefault(from, [])));
        while (waiting.TryPop(out var name))
            if (reached.Add(name))
                foreach (var next in Arrows.GetValueOrDefault(name, [])) waiting.Push(next);
        return reached;
    }

    /// <summary>The modules whose types its assembly uses.</summary>
    private static IEnumerable<string> Compiled(Platform.Modules.IModule module)
    {
        var modules = Product.Modules.Select(Product.NameOf).ToHashSet();
        return module.Assembly.GetReferencedAssemblies().Select(r => r.Name!).Where(n => n.StartsWith("Diapason.", StringComparison.Ordinal)).Select(n => n["Diapason.".Length..]).Where(modules.Contains);
    }

    /// <summary>The modules its project refers to, used or not.</summary>
    private static IEnumerable<string> Declared(Platform.Modules.IModule module)
    {
        var name = Product.NameOf(module);
        return Neighbour().Matches(File.ReadAllText(Path.Combine(Product.Root, Product.FolderOf(module), $"Diapason.{name}.csproj"))).Select(m => m.Groups[1].Value);
    }

    private static Dictionary<string, string[]> Read()
    {
        var text = File.ReadAllText(Path.Combine(Product.Root, "docs", "architecture.md"));
        var from = text.IndexOf("\n## Arrows\n", StringComparison.Ordinal) + 1;
        var until = text.IndexOf("\n## ", from, StringComparison.Ordinal);
        return Row().Matches(text[from..(until < 0 ? text.Length : until)])
            .ToDictionary(row => row.Groups["name"].Value, row => row.Groups["to"].Value == "–" ? [] : row.Groups["to"].Value.Split(", "));
    }

    // | Needs | Besoins | Studies | … |
    [GeneratedRegex(@"^\| (?<name>[A-Z][a-z]+) \| [^|]+ \| (?<to>–|[A-Z][A-Za-z, ]*[a-z]) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"Include=""\.\./[A-Za-z]+/Diapason\.([A-Za-z]+)\.csproj""")]
    private static partial Regex Neighbour();
}
