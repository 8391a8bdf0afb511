using System.Text.RegularExpressions;
using Diapason.Design;
using Diapason.Forms;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Shouldly;
using Xunit;

namespace Diapason.EndToEnd.Pictures;

/// <summary>Every kind of question and every component as stored, at four widths, light and dark; and nothing left out. <c>make pictures</c> takes them again.</summary>
public sealed partial class PictureTests(Studio studio) : IClassFixture<Studio>
{
    private const long MostBytes = 12_000_000;

    // What comes with time or with others: an act that is late, the end of a year's bar, a seat that is taken
    // or asked for, a second consultation on the home page, the box of a sum on paper, a note that is not printed.
    private static readonly HashSet<string> Unpictured = new(["retard", "fin", "prise", "voulue", "ouvertes", "a-remplir", "ecran"], StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Sheets.Subjects.Select(subject => subject.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Looks_as_it_did(string name)
    {
        Assert.SkipUnless(studio.HasFonts, "Built without Node: the fonts of the house are absent.");
        var problems = studio.Album.Problems(Sheets.Subjects.Single(subject => subject.Name == name));
        problems.ShouldBeEmpty($"{name} does not look as stored. Look at what is written; when it is as it should be, `make pictures`, look again and commit.");
    }

    [Fact]
    public void A_fault_of_style_is_seen()
    {
        Assert.SkipUnless(studio.HasFonts, "Built without Node: the fonts of the house are absent.");
        foreach (var (style, _) in Spoiling.Faults)
        {
            var (file, picture) = studio.Spoiled[style];
            Likeness.Between(PngFile.Read(File.ReadAllBytes(Path.Combine(Album.Folder, file))), PngFile.Rounded(picture)).ShouldNotBeNull(style);
        }
    }

    [Fact]
    public void Everything_drawn_on_the_specimen_page_is_pictured()
    {
        Assert.SkipUnless(studio.HasFonts, "Built without Node: the fonts of the house are absent.");
        studio.Unpictured.ShouldBeEmpty("add it to Sheets.cs");
    }

    [Fact]
    public void Every_block_of_a_page_that_has_a_sheet_of_its_own_is_pictured()
    {
        Assert.SkipUnless(studio.HasFonts, "Built without Node: the fonts of the house are absent.");
        Coverage.Styled().Count.ShouldBeGreaterThan(100);
        Coverage.Styled().Where(styled => styled.Sheet != "atelier.css" && !studio.Classes.Contains(styled.Class) && !Unpictured.Contains(styled.Class) && !Placed().IsMatch(styled.Class)).ShouldBeEmpty("add what shows it to Sheets.cs");
        Unpictured.Where(studio.Classes.Contains).ShouldBeEmpty("pictured now");
    }

    [Fact]
    public void Every_component_of_the_house_is_on_the_specimen_page_or_its_layout()
    {
        var pages = Path.Combine(Server.Repository, "src", "Diapason.Design", "Pages");
        var drawn = string.Concat(new[] { "Design/Index.cshtml", "Shared/_Layout.cshtml" }.Select(page => File.ReadAllText(Path.Combine(pages, page))));
        var components = typeof(ComponentTagHelper).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(TagHelper)))
            .SelectMany(type => type.GetCustomAttributes(typeof(HtmlTargetElementAttribute), inherit: false).Cast<HtmlTargetElementAttribute>()).Select(target => target.Tag).ToList();
        components.Count.ShouldBeGreaterThan(30);
        components.Where(tag => !drawn.Contains($"<{tag} ", StringComparison.Ordinal) && !drawn.Contains($"<{tag}>", StringComparison.Ordinal)).ShouldBeEmpty("show it at /fr/design");
    }

    [Fact]
    public void Every_kind_of_question_is_pictured_answered_and_refused()
    {
        var words = QuestionKinds.Words;
        words.Except(Sheets.Subjects.Where(subject => !subject.IsError).Select(subject => subject.Kind)).ShouldBeEmpty("add a page to Pictures/Kit/questionnaire.yaml and a line to AskedKinds.cs");
        // A note and a value that is worked out ask nothing, and nothing in them can be wrong.
        words.Except(Sheets.Subjects.Where(subject => subject.IsError).Select(subject => subject.Kind)).ShouldBe([CalculatedQuestion.Word, NoteQuestion.Word]);
    }

    [Fact]
    public void Every_picture_is_stored_and_small_and_the_list_for_the_eye_names_it()
    {
        Album.Stored().Order(StringComparer.Ordinal).ShouldBe(Album.Expected.Order(StringComparer.Ordinal));
        Album.Stored().Sum(file => new FileInfo(Path.Combine(Album.Folder, file)).Length).ShouldBeLessThan(MostBytes);
        var listed = File.ReadLines(Path.Combine(Server.Repository, "docs", "pictures.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);
        listed.ShouldBe(Sheets.Subjects.Select(subject => subject.Name), "docs/pictures.md lists the subjects in the order of Sheets.cs");
    }

    // Places along the year: a month, a lane, a length.
    [GeneratedRegex("^(de|l|j)-[0-9]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placed();
}
