using System.Runtime.CompilerServices;
using Shouldly;
using Xunit;

namespace Diapason.Yaml.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public void The_example_of_the_readme_runs_as_it_is_written()
    {
        const string yaml = """
            version: "1"
            title: { fr: Offre, en: Offer }
            entries:
              - { code: guide, minuts: 30 }
            """;
        // readme:begin
        var problems = new YamlProblems("offer.yaml");
        var offer = YamlFile.Read(yaml, problems, root => new
        {
            Version = root.Text("version"),                                     // must be there
            Title = root.Localized("title"),                                    // { fr: …, en: … }, by name
            Entries = root.Coded("entries", (entry, code) => new
            {
                Code = code,                                                    // a code met twice is told
                Minutes = entry.Whole("minutes", 1, 600),
                Note = entry.OptionalText("note"),
            }),
        });
        foreach (var problem in problems.InOrder) Console.WriteLine(problem);   // offer.yaml:4:20: key_mistyped key=minuts meant=minutes
        // readme:end
        offer!.Entries[0].Code.ShouldBe("guide");
        problems.InOrder.ShouldHaveSingleItem().ToString().ShouldBe("offer.yaml:4:20: key_mistyped key=minuts meant=minutes");
    }

    [Fact]
    public void The_readme_shows_that_example_word_for_word()
    {
        var readme = File.ReadAllText(Beside("../../libs/Diapason.Yaml/README.md"));
        var source = File.ReadAllText(Beside("ReadmeTests.cs"));
        readme.ShouldContain(source.Split("// readme:begin\n")[1].Split("        // readme:end")[0].Replace("\n        ", "\n", StringComparison.Ordinal).Trim());
    }

    private static string Beside(string path, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, path);
}
