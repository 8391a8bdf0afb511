using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

/// <summary>Images beside choices: named by a file, told to who does not see them, carried by forms of others.</summary>
public sealed class OptionImageTests
{
    private const string Kept = "f4c2332155fb24175ce45ba29f39e954-24x40.jpg";

    [Fact]
    public void A_choice_has_an_image_and_says_what_it_shows()
    {
        var question = (SingleQuestion)Read(Yaml($"image: {Kept}, image_alt: {{ fr: Un violon, en: A violin }}")).Questionnaire!.Questions[0];
        question.HasImages.ShouldBeTrue();
        var image = question.Options[0].Image.ShouldNotBeNull();
        (image.Name, image.Width, image.Height, image.IsKept, image.Alternative.In("en")).ShouldBe((Kept, 24, 40, true, "A violin"));
        question.Options[1].Image.ShouldBeNull();
        Read(Yaml("image: violon.png, image_alt: { fr: Un violon, en: A violin }")).Questionnaire!.Questions[0].Scales.Single()[0].Image!.IsKept.ShouldBeFalse();
    }

    [Theory]
    [InlineData("image: violon.png", "key_missing")]
    [InlineData("image: violon.png, image_alt: { fr: Un violon }", "translation_missing")]
    [InlineData("image_alt: { fr: Un violon, en: A violin }", "alt_without_image")]
    [InlineData("image: violon.svg, image_alt: { fr: Un violon, en: A violin }", "image_name")]
    [InlineData("image: ../violon.png, image_alt: { fr: Un violon, en: A violin }", "image_name")]
    [InlineData("image: Violon.png, image_alt: { fr: Un violon, en: A violin }", "image_name")]
    public void What_is_not_said_or_no_image_is_told(string own, string problem) => Read(Yaml(own)).Problems.ShouldHaveSingleItem().Code.ShouldBe(problem);

    [Theory]
    [InlineData("kind: single", "layout: select", "images_in_list")]
    [InlineData("kind: ranking", "", "option_out_of_place")]
    [InlineData("kind: constant_sum", "", "option_out_of_place")]
    public void What_shows_no_image_takes_none(string kind, string own, string problem) =>
        Read(Yaml("image: a.png, image_alt: { fr: A, en: A }", kind, own)).Problems.ShouldHaveSingleItem().Code.ShouldBe(problem);

    [Fact]
    public void A_page_shows_twelve_at_most()
    {
        string Many(int count) => string.Concat(Enumerable.Range(0, count).Select(i => $"\n              - {{ code: o{i}, fr: A, en: A, image: a{i}.png, image_alt: {{ fr: A, en: A }} }}"));
        Read(Yaml("", options: Many(12))).Problems.ShouldBeEmpty();
        Read(Yaml("", options: Many(13))).Problems.ShouldHaveSingleItem().Code.ShouldBe("too_many_images");
    }

    [Fact]
    public void It_goes_through_a_draft_and_json_letter_by_letter()
    {
        var draft = ReadDraft.From(Yaml($"image: {Kept}, image_alt: {{ fr: Un violon, en: A violin }}")).Draft!;
        var written = WriteDraft.Of(draft);
        written.ShouldContain($"image: \"{Kept}\"");
        WriteDraft.Of(ReadDraft.From(written).Draft!).ShouldBe(written);
        WriteDraft.Of(ReadDraft.From(QuestionnaireJson.Read(QuestionnaireJson.Write(draft)).Yaml).Draft!).ShouldBe(written);
        Read(written).Questionnaire!.Questions[0].Scales.Single()[0].Image!.Name.ShouldBe(Kept);
        var other = ReadDraft.From(written.Replace("A violin", "A fiddle", StringComparison.Ordinal)).Draft!;
        CompareDrafts.Run(draft, other).ShouldHaveSingleItem().Field.ShouldBe("list.options.violin.image_alt.en");
    }

    [Fact]
    public void It_leaves_and_comes_back_as_a_form_of_others()
    {
        var written = XlsFormWriter.Write(Read(Yaml("image: violon.png, image_alt: { fr: Un violon, en: A violin }")).Questionnaire!);
        var choices = written.Sheets[1].Rows;
        choices[0].Cells.ShouldContain("media::image::Français (fr)");
        choices[1].Cells.ShouldContain("violon.png");
        written.Notices.ShouldContain(notice => notice.Code == FormNoticeCodes.AlternativeInColumn);
        var back = XlsFormReader.Read(written.Sheets);
        back.Notices.ShouldNotContain(notice => notice.Outcome == FormOutcome.NotCarried || notice.Outcome == FormOutcome.Error);
        var image = back.Questionnaire!.Questions[0].Scales.Single()[0].Image!;
        (image.Name, image.Alternative.In("fr"), image.Alternative.In("en")).ShouldBe(("violon.png", "Un violon", "A violin"));
    }

    [Theory]
    [InlineData("select_one l", "", "image", "Violon (1).PNG", "violon-1.png", FormNoticeCodes.AlternativeMissing)]
    [InlineData("select_multiple l", "", "media::image", "violon.jpg", "violon.jpg", FormNoticeCodes.AlternativeMissing)]
    [InlineData("select_one l", "", "media::image::English (en)", "violon.jpg", "violon.jpg", FormNoticeCodes.AlternativeMissing)]
    [InlineData("select_one l", "", "media::image", "violon.svg", "", FormNoticeCodes.ImageOtherKind)]
    [InlineData("rank l", "", "media::image", "violon.jpg", "", FormNoticeCodes.ImagesOutOfPlace)]
    [InlineData("select_one l", "minimal", "media::image", "violon.jpg", "", FormNoticeCodes.ImagesOutOfPlace)]
    public void A_form_of_others_brings_its_images_by_name(string type, string appearance, string column, string cell, string name, string notice)
    {
        var form = XlsFormReader.Read(
        [
            new("survey", [new(1, ["type", "name", "label::English (en)", "appearance"]), new(2, [type, "q", "Which?", appearance])]),
            new("choices", [new(1, ["list_name", "name", "label::English (en)", column]), new(2, ["l", "a", "A violin", cell]), new(3, ["l", "b", "None", ""])]),
        ]);
        form.Notices.ShouldContain(one => one.Code == notice);
        var options = form.Questionnaire.ShouldNotBeNull().Questions[0].Scales.Single();
        (options[0].Image?.Name ?? "").ShouldBe(name);
        if (name.Length > 0) options[0].Image!.Alternative.In("en").ShouldBe("A violin");
        form.Questionnaire!.Heading.Languages.ShouldBe(["en"]);
    }

    private static QuestionnaireReading Read(string yaml) => QuestionnaireReader.Read(yaml, "q");

    private static string Yaml(string own, string kind = "kind: single", string more = "", string? options = null) => $$"""
        code: images
        version: "1"
        title: { fr: Images, en: Images }
        sections:
          - code: all
            title: { fr: Tout, en: All }
            pages:
              - code: first
                questions:
                  - code: tool
                    {{kind}}
                    title: { fr: Lequel, en: Which one }
                    {{more}}
                    options:{{options ?? $"\n              - {{ code: violin, fr: Violon, en: Violin{(own.Length > 0 ? ", " + own : "")} }}\n              - {{ code: other, fr: Autre, en: Other }}"}}
        """;
}
