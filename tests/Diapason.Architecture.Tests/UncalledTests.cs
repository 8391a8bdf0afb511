using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Diapason.Platform.Audit;
using Microsoft.AspNetCore.Mvc.Razor;
using Shouldly;
using Xunit;

namespace Diapason.Architecture.Tests;

/// <summary>
/// What has no caller goes: a member that only tests name is code kept for them. The exceptions are Diapason.Statistics and Diapason.Deliberation, whose members are their
/// interface for other programs: there each is named by a test of its library at least. The reading is by word, and coarse: a name that something else bears too passes.
/// </summary>
public sealed partial class UncalledTests
{
    private static readonly string[] Published = ["Diapason.Statistics", "Diapason.Deliberation"];

    private static readonly string[] Called = ["OnGet", "OnPost", "get_"];

    /// <summary>Read by others than by name, or kept equal to something else by a test.</summary>
    private static readonly string[] Told =
    [
        // The dark half of a colour is in the stylesheet; ContrastTests keeps both equal, and measures them.
        "Diapason.Design.Charts.Paint.DarkHex",
        // Printed and compared with the rest of its record, as R's own report of a collapsed margin.
        "Diapason.Statistics.CollapsedCategory.Into",
    ];

    [Fact]
    public void Every_member_has_a_caller()
    {
        var types = Product.Libraries.Append(Product.Platform).Append(Product.Design).Append(Assembly.Load("Diapason.Web")).Concat(Product.Modules.Select(module => module.Assembly)).SelectMany(assembly => assembly.GetTypes());
        var members = types.Where(IsRead).SelectMany(Members).Where(member => !IsCalledByAnother(member)).ToList();
        var declared = members.Select(member => member.Name).CountBy(name => name).ToDictionary(StringComparer.Ordinal);
        var product = Words("src", "libs", "bench");
        var tests = Published.ToDictionary(library => library, library => Words(Path.Combine("tests", library + ".Tests")));
        members.Count.ShouldBeGreaterThan(3000);
        members.Where(member => product.GetValueOrDefault(member.Name) <= declared[member.Name] && !(tests.TryGetValue(member.Module.Assembly.GetName().Name!, out var named) && named.ContainsKey(member.Name)))
            .Select(member => $"{member.DeclaringType!.FullName}.{member.Name}").Except(Told).ShouldBeEmpty();
    }

    // Words of an enumeration are read from files, a view is what its page is, an act is written whole in the trail, a column is compared with the database.
    private static bool IsRead(Type type) => IsWritten(type) && !type.IsEnum && !type.IsSubclassOf(typeof(Delegate)) && !type.IsSubclassOf(typeof(RazorPageBase)) && !type.IsSubclassOf(typeof(Act)) && type.Namespace?.EndsWith(".Data", StringComparison.Ordinal) != true;

    private static IEnumerable<MemberInfo> Members(Type type) =>
        type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(member => IsWritten(member) && Word().Match(member.Name).Length == member.Name.Length && IsSeenOutside(member));

    private static bool IsWritten(MemberInfo member) => !member.IsDefined(typeof(CompilerGeneratedAttribute)) && !member.Name.Contains('<', StringComparison.Ordinal);

    private static bool IsSeenOutside(MemberInfo member) => member switch
    {
        MethodInfo method => !method.IsPrivate && !method.IsSpecialName,
        FieldInfo field => !field.IsPrivate && !field.IsSpecialName,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(accessor => !accessor.IsPrivate),
        _ => false,
    };

    // Pages answer requests, a middleware is invoked by the pipeline, an extension property is called without its prefix; what overrides or implements is called under the name of what it stands for.
    private static bool IsCalledByAnother(MemberInfo member)
    {
        var type = member.DeclaringType!;
        if ((member as MethodInfo ?? (member as PropertyInfo)?.GetAccessors(nonPublic: true)[0]) is not { } method) return false;
        return member.Name is "InvokeAsync" || Called.Any(start => member.Name.StartsWith(start, StringComparison.Ordinal)) || method.GetBaseDefinition() != method
            || (!type.IsInterface && !type.IsGenericTypeDefinition && type.GetInterfaces().Any(one => type.GetInterfaceMap(one).TargetMethods.Contains(method)));
    }

    private static Dictionary<string, int> Words(params string[] folders) =>
        folders.SelectMany(folder => Product.Sources(folder, "*.cs").Concat(Product.Sources(folder, "*.cshtml"))).SelectMany(File.ReadLines)
            .SelectMany(line => Word().Matches(Comment().Replace(line, "")).Select(word => word.Value)).CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex("//.*")]
    private static partial Regex Comment();
}
