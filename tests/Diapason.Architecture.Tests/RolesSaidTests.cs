using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Diapason.Architecture.Tests;

/// <summary>Who does what with a campaign is said once, in <c>docs/roles.md</c>, and no page nor guide says otherwise.</summary>
public sealed partial class RolesSaidTests
{
    [Fact]
    public void No_text_keeps_for_administrators_what_whoever_runs_a_campaign_does()
    {
        var texts = Product.Sources("src", "*.resx").Concat(Product.Sources("docs", "*.md").Where(file => !file.Contains("/adr/", StringComparison.Ordinal)));
        var wrong = texts.SelectMany(file => File.ReadLines(file).Where(line => Kept().IsMatch(line)).Select(line => $"{Path.GetFileName(file)}: {line.Trim()}"));
        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("fr/administrer.md", "promettre", "ouvrir", "prolonger", "fermer", "rouvrir", "inviter", "suivre")]
    [InlineData("en/administer.md", "promise", "open", "extend", "close", "reopen", "invite", "follow")]
    public void The_guide_gives_an_officer_the_acts_of_the_table_and_keeps_files_from_them(string guide, params string[] acts)
    {
        var table = File.ReadAllLines(Path.Combine(Product.Root, "docs", "roles.md"));
        foreach (var act in new[] { "| promise, open, extend, close, open again |", "| invite, remind," }) table.Single(line => line.StartsWith(act, StringComparison.Ordinal)).Split('|')[4].Trim().ShouldBe("yes", act);
        table.Single(line => line.StartsWith("| files of answers", StringComparison.Ordinal)).Split('|')[4].Trim().ShouldBe("no");
        var row = File.ReadAllLines(Path.Combine(Product.Root, "docs", "guide", guide)).Single(line => line.StartsWith('|') && line.Split('|')[1].Contains("(RFC)", StringComparison.Ordinal));
        foreach (var act in acts) row.ShouldContain(act);
        row.ShouldMatch("sans prendre les réponses|without taking answers");
    }

    [GeneratedRegex("administration (du conseil )?(l’)?(ouvre|prolonge|ferme|invite)|administrators (then )?(open|extend|close|invite)|(ouverte|prolongée|fermée) par l’administration", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Kept();
}
