using System.Text.Json;
using System.Text.RegularExpressions;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Shouldly;
using Xunit;

namespace Diapason.Architecture.Tests;

/// <summary>Every act that is recorded can be read: its name, what it was done on, and each of its facts.</summary>
public sealed partial class AuditTests
{
    private static readonly string Sources = string.Concat(Houses.Sources("src", "*.cs").Select(File.ReadAllText));

    public static TheoryData<string, string, string> Records => [.. Recorded().Matches(Sources).Select(m => (m.Groups["act"].Value, m.Groups["kind"].Value, m.Groups["facts"].Value))];

    [Theory]
    [MemberData(nameof(Records))]
    public void An_act_has_words_in_both_languages_and_somebody_to_name_its_subject(string act, string kind, string facts)
    {
        var modules = new ModuleCatalog(Houses.Modules);
        foreach (var language in Languages.All)
        {
            Languages.Use(language);
            modules.Words(act).ShouldNotBeNull();
            foreach (var fact in facts.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                modules.Words("audit.detail." + JsonNamingPolicy.SnakeCaseLower.ConvertName(fact.Split('=')[0].Trim().Split('.')[^1])).ShouldNotBeNull(fact);
        }

        Named().Matches(Sources).Select(m => m.Groups[1].Value).ShouldContain(kind);
    }

    [GeneratedRegex(@"\.Record(?:Personal)?\(""(?<act>[a-z_.]+)"", \$""(?<kind>[a-z]+):[^""]*""(?:, new \{(?<facts>[^}]*)\})?\)")]
    private static partial Regex Recorded();

    [GeneratedRegex(@"string Kind => ""([a-z]+)""")]
    private static partial Regex Named();
}
