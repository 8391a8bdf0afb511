using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Diapason.Platform.Audit;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Shouldly;
using Xunit;

namespace Diapason.Architecture.Tests;

/// <summary>Every act that is recorded can be read: its name, what it was done on, and each of its facts.</summary>
public sealed partial class AuditTests
{
    private static readonly IReadOnlyList<Type> All = [.. Product.Modules.Select(m => m.Assembly).Append(Product.Platform).SelectMany(a => a.GetTypes()).Where(t => t.IsAssignableTo(typeof(Act)) && !t.IsAbstract)];

    public static TheoryData<string> Acts => [.. All.Select(t => t.FullName!)];

    [Theory]
    [MemberData(nameof(Acts))]
    public void An_act_has_words_in_both_languages_and_somebody_to_name_its_subject(string name)
    {
        var act = All.Single(t => t.FullName == name);
        act.IsSealed.ShouldBeTrue();
        var recorded = act.GetCustomAttribute<RecordedAttribute>().ShouldNotBeNull();
        var modules = new ModuleCatalog(Product.Modules);
        foreach (var language in Languages.OfTheHouse)
        {
            Languages.Use(language);
            modules.Words(recorded.Code).ShouldNotBeNull($"{recorded.Code} in {language}");
            foreach (var detail in Details(act)) modules.Words("audit.detail." + detail).ShouldNotBeNull($"{detail} in {language}");
        }

        var owners = Product.Sources("src", "*.cs").SelectMany(f => Named().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value);
        owners.Count(kind => kind == recorded.Subject).ShouldBe(1, $"an IAuditSubjects names {recorded.Subject}");
    }

    [Fact]
    public void No_two_acts_have_the_same_code() => All.Select(t => t.GetCustomAttribute<RecordedAttribute>()!.Code).ShouldBeUnique();

    [Fact]
    public void The_trail_alone_writes_entries() =>
        Product.Sources("src", "*.cs").Where(f => File.ReadAllText(f).Contains("new AuditEntry", StringComparison.Ordinal)).Select(f => Path.GetFileName(f)).ShouldBe(["AuditTrail.cs"]);

    private static IEnumerable<string> Details(Type act) =>
        act.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.Name != nameof(Act.Subject)).Select(p => JsonNamingPolicy.SnakeCaseLower.ConvertName(p.Name));

    [GeneratedRegex(@"string Kind => ""([a-z]+)""")]
    private static partial Regex Named();
}
