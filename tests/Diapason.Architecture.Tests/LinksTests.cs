using System.Reflection;
using System.Text.RegularExpressions;
using Diapason.Platform.Modules;
using Diapason.Platform.Web;
using Diapason.TestKit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Architecture.Tests;

/// <summary>Every link is a <see cref="PageLink"/> of its module's <c>Contracts/&lt;Module&gt;Links</c>, and leads somewhere.</summary>
public sealed partial class LinksTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public void Every_link_of_a_module_leads_to_a_page()
    {
        var routes = app.Services.GetRequiredService<LinkGenerator>();
        var links = LinkClasses().SelectMany(Links).ToList();
        links.Count.ShouldBeGreaterThan(30);
        links.Where(l => l.Link.AddressOrNull(routes, "/fr") is null).Select(l => l.Name).ShouldBeEmpty();
    }

    [Fact]
    public void Every_module_with_pages_keeps_its_links_in_its_contracts() =>
        Product.Modules.Select(m => m.Assembly).Where(a => a.GetTypes().Any(t => t.Namespace?.Contains(".Pages", StringComparison.Ordinal) == true))
            .Select(a => a.GetName().Name!).Where(name => LinkClasses().All(t => t.FullName != $"{name}.Contracts.{name.Split('.')[^1]}Links")).ShouldBeEmpty();

    [Fact]
    public void A_page_is_linked_in_one_way() =>
        new[] { "*.cs", "*.cshtml" }.SelectMany(p => Product.Sources("src", p))
            .Where(f => Path.GetFileName(f) is not ("PageAnswers.cs" or "PageLink.cs"))
            .SelectMany(f => OtherWays().Matches(File.ReadAllText(f)).Select(m => $"{Path.GetRelativePath(Product.Root, f)}: {m.Value}"))
            .ShouldBeEmpty();

    [Fact]
    public void Every_door_is_opened_by_one_module_and_bears_a_name_of_the_house()
    {
        var names = typeof(Door).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);
        Product.Modules.SelectMany(m => m.Doors).Select(d => d.Name).Order().ShouldBe(names.Order());
    }

    private static IEnumerable<Type> LinkClasses() => Product.Modules.Select(m => m.Assembly).Append(Product.Platform)
        .SelectMany(a => a.GetExportedTypes()).Where(t => t.Name.EndsWith("Links", StringComparison.Ordinal) && t is { IsAbstract: true, IsSealed: true });

    private static IEnumerable<(string Name, PageLink Link)> Links(Type type)
    {
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.FieldType == typeof(PageLink)))
            yield return ($"{type.Name}.{field.Name}", (PageLink)field.GetValue(null)!);
        foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(m => m.ReturnType == typeof(PageLink)))
            yield return ($"{type.Name}.{method.Name}", (PageLink)method.Invoke(null, [.. method.GetParameters().Select(Sample)])!);
    }

    private static object? Sample(ParameterInfo parameter) => parameter.ParameterType == typeof(string) ? "x"
        : parameter.ParameterType == typeof(int) ? 1
        : Activator.CreateInstance(parameter.ParameterType);

    [GeneratedRegex("""asp-page=|Url\.Page\(|Url\.Content\(|GetPathByPage\(|href="/|action="/""")]
    private static partial Regex OtherWays();
}
