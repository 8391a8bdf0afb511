using System.Runtime.CompilerServices;
using Shouldly;
using Xunit;

namespace Diapason.Text.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public void The_example_of_the_readme_says_what_it_does()
    {
        var title = LocalizedText.Of(("fr", "Besoins : l'essentiel"), ("en", "Needs: the essentials"));
        title.Typeset().In("fr").ShouldBe("Besoins\u00A0: l’essentiel");
        title.In("en-CA").ShouldBe("Needs: the essentials");
        var readme = File.ReadAllText(Beside("../../libs/Diapason.Text/README.md"));
        foreach (var line in new[] { """var title = LocalizedText.Of(("fr", "Besoins : l'essentiel"), ("en", "Needs: the essentials"));""", """title.Typeset().In("fr"); // "Besoins\u00A0: l’essentiel" """.Trim(), """title.In("en-CA");        // "Needs: the essentials" """.Trim() })
            readme.ShouldContain(line);
    }

    private static string Beside(string path, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, path);
}
