using System.Reflection;
using System.Text.RegularExpressions;
using Diapason.Platform.Language;
using Shouldly;
using Xunit;

namespace Diapason.Architecture.Tests;

public sealed partial class TextsTests
{
    public static TheoryData<string> Projects => [.. ProjectsOf().Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_text_exists_in_both_languages_with_the_same_places(string project)
    {
        var (_, assembly, _) = ProjectsOf().Single(p => p.Name == project);
        var catalog = TextCatalog.Of(assembly);
        var (french, english) = (catalog.In("fr"), catalog.In("en"));
        french.Keys.Except(english.Keys).ShouldBeEmpty("missing in English");
        english.Keys.Except(french.Keys).ShouldBeEmpty("missing in French");
        french.Where(t => string.IsNullOrWhiteSpace(t.Value) || string.IsNullOrWhiteSpace(english[t.Key])).Select(t => t.Key).ShouldBeEmpty("empty");
        french.Keys.Where(k => !Places(french[k]).SetEquals(Places(english[k]))).ShouldBeEmpty("places such as {0} or {name} differ");
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_key_is_written_twice(string project)
    {
        var (_, _, folder) = ProjectsOf().Single(p => p.Name == project);
        Product.Sources(folder, "Texts*.resx").SelectMany(f => Written().Matches(File.ReadAllText(f)).Select(m => $"{Path.GetFileName(f)} {m.Groups[1].Value}"))
            .GroupBy(key => key).Where(same => same.Count() > 1).Select(same => same.Key).ShouldBeEmpty("the second is lost in silence");
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_key_used_exists_and_every_key_is_used(string project)
    {
        var (_, assembly, folder) = ProjectsOf().Single(p => p.Name == project);
        var keys = TextCatalog.Of(assembly).In("fr").Keys;
        var sources = string.Concat(new[] { "*.cs", "*.cshtml" }.SelectMany(p => Product.Sources(folder, p)).Select(File.ReadAllText));
        var used = LiteralKey().Matches(sources).Select(m => m.Groups[1].Value).ToHashSet();
        // The house names the roles that a module declares.
        used.UnionWith(Product.Modules.Where(module => module.GetType().Assembly == assembly).SelectMany(module => module.Roles).SelectMany(role => new[] { $"role.{role.Code}", $"role_hint.{role.Code}" }));
        // A key built at run time names its beginning as a literal that ends with a dot: T["obstacle." + code] or T[$"obstacle.{code}"].
        var beginnings = BuiltKey().Matches(sources).Select(m => m.Groups[1].Value).ToHashSet();
        keys.Where(k => !used.Contains(k) && !beginnings.Any(b => k.StartsWith(b, StringComparison.Ordinal))).Order().ShouldBeEmpty("unused");
        IndexedKey().Matches(sources).Select(m => m.Groups[1].Value).Where(k => !keys.Contains(k)).Distinct().Order().ShouldBeEmpty("missing");
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void French_uses_the_typographic_apostrophe_and_guillemets(string project)
    {
        var (_, assembly, _) = ProjectsOf().Single(p => p.Name == project);
        TextCatalog.Of(assembly).In("fr").Where(t => t.Value.Contains('\'') || t.Value.Contains('"') || StraySpace().IsMatch(t.Value)).Select(t => t.Key).ShouldBeEmpty();
    }

    private static IEnumerable<(string Name, Assembly Assembly, string Folder)> ProjectsOf() =>
        from folder in Directory.EnumerateFiles(Path.Combine(Product.Root, "src"), "Texts.resx", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/") && !f.Contains("/bin/")).Select(Path.GetDirectoryName)
        let project = Path.GetFileNameWithoutExtension(Directory.GetFiles(folder, "*.csproj").Single())
        select (project, Assembly.Load(project), folder);

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex("<data name=\"([^\"]+)\"")]
    private static partial Regex Written();

    [GeneratedRegex(@"""([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+)""")]
    private static partial Regex LiteralKey();

    [GeneratedRegex(@"""([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*\.)(?=""|\{)")]
    private static partial Regex BuiltKey();

    [GeneratedRegex(@"\bT\[""([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+)""")]
    private static partial Regex IndexedKey();

    // A no-break space before ? or !, which Québec typography does not put.
    [GeneratedRegex(@"[  \s][?!]")]
    private static partial Regex StraySpace();
}
