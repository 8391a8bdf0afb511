using System.Text.RegularExpressions;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Yaml;
using Shouldly;
using Xunit;

namespace Diapason.Architecture.Tests;

/// <summary>Every problem that a reader of kits can report has a sentence in both languages, whose places are facts reported with it.</summary>
public sealed partial class KitSentencesTests
{
    private static readonly string[] ReadersOfKits = ["src/Diapason.Platform/Kits", .. Product.Modules.Select(m => Path.Combine(Product.FolderOf(m), "Kit")).Where(folder => Directory.Exists(Path.Combine(Product.Root, folder)))];
    private static readonly string[] ReadersOfQuestionnaires = ["libs/Diapason.Forms/Reading", "libs/Diapason.Forms/Expressions", "libs/Diapason.Forms/Kinds"];
    private static readonly ILookup<string, IReadOnlySet<string>> Reported = All().ToLookup(r => r.Code, r => r.Facts);

    public static TheoryData<string> Codes => [.. Reported.Select(r => r.Key).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_problem_has_a_sentence_in_both_languages_made_of_its_facts(string code)
    {
        var modules = new ModuleCatalog(Product.Modules);
        foreach (var language in Languages.OfTheHouse)
        {
            Languages.Use(language);
            var sentence = modules.Words(code).ShouldNotBeNull($"no sentence in {language}");
            var places = Place().Matches(sentence).Select(m => m.Groups[1].Value).ToHashSet();
            foreach (var facts in Reported[code]) places.Except(facts).ShouldBeEmpty($"places of « {sentence} » that are no fact");
        }
    }

    [Fact]
    public void The_readers_report_what_their_manual_lists()
    {
        var readme = File.ReadAllText(Path.Combine(Product.Root, "libs/Diapason.Forms/README.md"));
        var listed = Quoted().Matches(readme[readme.IndexOf("In a questionnaire:", StringComparison.Ordinal)..readme.IndexOf("## Limits", StringComparison.Ordinal)]).Select(m => m.Groups[1].Value);
        Reported.Select(r => r.Key).Where(c => c.StartsWith("questionnaire.", StringComparison.Ordinal) && c is not ("questionnaire.consent_not_first" or "questionnaire.kit_language_missing"))
            .ShouldBe(listed.Select(code => "questionnaire." + code), ignoreOrder: true);
    }

    [Fact]
    public void What_becomes_of_a_form_of_others_and_what_is_found_in_a_questionnaire_is_said_in_both_languages()
    {
        var codes = typeof(Forms.FormNoticeCodes).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetValue(null)!).ToList();
        codes.Count.ShouldBeGreaterThan(30);
        var modules = new ModuleCatalog(Product.Modules);
        foreach (var language in Languages.OfTheHouse)
        {
            Languages.Use(language);
            foreach (var code in codes) modules.Words("import.notice." + code).ShouldNotBeNull($"{code} in {language}");
            foreach (var code in Forms.FindingCodes.All) modules.Words("finding." + code).ShouldNotBeNull($"{code} in {language}");
        }
    }

    [Fact]
    public void Closed_sets_of_facts_are_said_in_words()
    {
        var texts = TextCatalog.Of(Product.Platform).In(Languages.French);
        var expected = ReadersOfKits.Concat(ReadersOfQuestionnaires).Append("libs/Diapason.Yaml").SelectMany(f => Product.Sources(f, "*.cs")).SelectMany(f => Expected().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value).Distinct();
        expected.ShouldNotBeEmpty();
        foreach (var word in expected) texts.ShouldContainKey("fact.expected." + word);
    }

    private static IEnumerable<(string Code, IReadOnlySet<string> Facts)> All()
    {
        foreach (var any in OfAnyFile()) yield return any;
        foreach (var report in ReadersOfKits.SelectMany(f => Product.Sources(f, "*.cs")).SelectMany(f => Report().Matches(File.ReadAllText(f))))
            if (report.Groups["code"].Value.Contains('.')) yield return (report.Groups["code"].Value, Facts(report));
        foreach (var source in ReadersOfQuestionnaires.SelectMany(f => Product.Sources(f, "*.cs")).Select(File.ReadAllText))
        {
            foreach (Match report in Report().Matches(source)) yield return ("questionnaire." + report.Groups["code"].Value, Facts(report));
            foreach (Match refused in OfAQuestion().Matches(source)) yield return ("questionnaire." + refused.Groups[1].Value, new HashSet<string> { "question" });
            // A condition is refused with its text, the place in it and the name concerned; those that wait for a later page, with both pages.
            foreach (Match code in ConditionCode().Matches(source))
                yield return ("questionnaire." + code.Groups[1].Value, source.Contains("\"asks\"", StringComparison.Ordinal) ? new HashSet<string> { "page", "asks", "condition" } : new HashSet<string> { "condition", "position", "name", "nearest", "sign", "around" });
        }
    }

    private static IEnumerable<(string Code, IReadOnlySet<string> Facts)> OfAnyFile()
    {
        var codes = typeof(YamlCodes).GetFields().Where(f => f.IsLiteral).ToDictionary(f => f.Name, f => (string)f.GetValue(null)!);
        return Product.Sources("libs/Diapason.Yaml", "*.cs").Select(File.ReadAllText).SelectMany(source => OfYaml().Matches(source))
            .Select(report => ("kit." + codes[report.Groups["name"].Value], (IReadOnlySet<string>)Facts(report)));
    }

    private static HashSet<string> Facts(Match report) => [.. Fact().Matches(report.Groups["facts"].Value).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"\{([a-z_]+)\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"`([a-z_]+)`")]
    private static partial Regex Quoted();

    // problems.Add(file, line, "kit.not_utf8"), node.ReportAt("slug", "kit.bad_slug", ("slug", slug)), root.Report("needs.no_prerequisite"), Report(place, "studies.unknown_option", …)
    [GeneratedRegex(@"\b(?:Report\(|ReportAt\((?:""[a-z_]+""|\w+), |(?:Add|Report)\([^"";]+?,\s*)""(?<code>[a-z_]+(?:\.[a-z_]+)?)""(?<facts>[^;]*);")]
    private static partial Regex Report();

    [GeneratedRegex(@"\(""([a-z_]+)"",")]
    private static partial Regex Fact();

    // ReportAt(key, YamlCodes.BadDate, ("key", key), ("value", written)), _absences.Add(new(key, YamlCodes.KeyMissing, [("key", key)])), Stop(1, 1, YamlCodes.TooLong)
    [GeneratedRegex(@"YamlCodes\.(?<name>[A-Z]\w+)\b(?<facts>[^;]*);")]
    private static partial Regex OfYaml();

    // source.Refuse("min", "wrong_bounds")
    [GeneratedRegex(@"\bRefuse\((?:""[a-z_]+""|key), ""([a-z_]+)""\)")]
    private static partial Regex OfAQuestion();

    [GeneratedRegex(@"(?:Fail\(|new\(|\? |: )""(condition_[a-z_]+)""")]
    private static partial Regex ConditionCode();

    // Wrong(key, "text", ""), Only<YamlMap>(list, key, "mapping"), ("expected", "key")
    [GeneratedRegex(@"(?:\(""expected"", |Wrong(?:<[^(]+>)?\(key, |Only<\w+>\(list, key, )""([a-z_]+)""")]
    private static partial Regex Expected();
}
