using AngleSharp.Dom;
using Diapason.Design;
using Diapason.Design.Fields;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Design;

public sealed class FieldTests
{
    [Fact]
    public async Task Draws_label_hint_error_control_in_that_order_and_ties_them()
    {
        var body = await Rendering.DrawAsync(
            new TextTagHelper { Name = "Input.Email", Label = "Courriel", Hint = "Pour un lien.", Error = "Écrivez une adresse", Value = "a@b", Autocomplete = "email" }.On(Rendering.View()));
        var order = body.QuerySelector(".saisie")!.Children.Select(e => e.LocalName + "." + e.ClassName).ToList();
        order.ShouldBe(["label.libelle", "p.indice", "p.message", "input.champ"]);
        var input = body.QuerySelector("input")!;
        input.Id.ShouldBe("Input_Email");
        body.QuerySelector("label")!.GetAttribute("for").ShouldBe(input.Id);
        input.GetAttribute("aria-describedby").ShouldBe("Input_Email-h Input_Email-e");
        input.GetAttribute("aria-invalid").ShouldBe("true");
        input.GetAttribute("autocomplete").ShouldBe("email");
        input.GetAttribute("value").ShouldBe("a@b");
        body.QuerySelector("#Input_Email-e")!.TextContent.ShouldEndWith("Écrivez une adresse");
    }

    [Fact]
    public async Task Says_nothing_of_hint_and_error_when_there_is_none()
    {
        var body = await Rendering.DrawAsync(new TextTagHelper { Name = "q1", Label = "Nom" }.On(Rendering.View()));
        body.QuerySelector("input")!.HasAttribute("aria-describedby").ShouldBeFalse();
        body.QuerySelector("input")!.HasAttribute("aria-invalid").ShouldBeFalse();
        body.QuerySelectorAll("p").ShouldBeEmpty();
    }

    [Fact]
    public async Task Keeps_what_was_typed_even_when_it_could_not_be_understood()
    {
        var view = Rendering.View(state =>
        {
            state.SetModelValue("Hours", "douze", "douze");
            state.AddModelError("Hours", "Écrivez un nombre");
        });
        var body = await Rendering.DrawAsync(new NumberTagHelper { For = Rendering.Expression<decimal?>("Hours", null), Label = "Heures" }.On(view));
        body.QuerySelector("input")!.GetAttribute("value").ShouldBe("douze");
        body.QuerySelector(".message")!.TextContent.ShouldEndWith("Écrivez un nombre");
    }

    [Theory]
    [InlineData("fr", "12,5")]
    [InlineData("en", "12.5")]
    public async Task Writes_a_number_in_the_language_of_the_request_without_a_number_control(string language, string expected)
    {
        var body = await Rendering.DrawAsync(
            new NumberTagHelper { For = Rendering.Expression<decimal?>("Hours", 12.5m), Label = "x", Unit = "h" }.On(Rendering.View()), language: language);
        var input = body.QuerySelector("input")!;
        input.GetAttribute("value").ShouldBe(expected);
        input.GetAttribute("type").ShouldBe("text");
        input.GetAttribute("inputmode").ShouldBe("decimal");
    }

    [Fact]
    public async Task Never_writes_a_password_back()
    {
        var view = Rendering.View(state => state.SetModelValue("Password", "secret", "secret"));
        (await Rendering.HtmlAsync(new PasswordTagHelper { Name = "Password", Label = "Mot de passe" }.On(view))).ShouldNotContain("secret");
    }

    [Fact]
    public async Task Encodes_what_people_wrote_everywhere()
    {
        const string Attack = "\"><script>alert(1)</script>";
        var item = new Choice(Attack, Attack, Attack) { Specify = new("a.b", Attack, Attack, Attack) };
        var html = await Rendering.HtmlAsync(new RadiosTagHelper { Name = "q", Items = [item], Value = Attack, Label = Attack, Hint = Attack, Error = Attack }.On(Rendering.View()))
            + await Rendering.HtmlAsync(new TextAreaTagHelper { Name = "t", Value = "</textarea>" + Attack, Label = Attack }.On(Rendering.View()))
            + await Rendering.HtmlAsync(new StatementsTagHelper { Statements = [new(Attack, Attack, Attack, Attack)], Scale = [item] });
        html.ShouldNotContain("<script");
        html.Split("</textarea>").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Gives_the_first_radio_the_id_that_error_summaries_link_to_and_preselects_none()
    {
        var radios = new RadiosTagHelper { Name = "q.status", Label = "Statut", Items = [new("a", "A"), new("b", "B"), new("x", "X", Apart: true)], Error = "Choisissez" };
        var body = await Rendering.DrawAsync(radios.On(Rendering.View()));
        body.QuerySelectorAll("input").Select(i => i.Id).ShouldBe(["q_status", "q_status-1", "q_status-2"]);
        body.QuerySelectorAll("input[checked]").ShouldBeEmpty();
        var group = body.QuerySelector("fieldset")!;
        group.GetAttribute("role").ShouldBe("radiogroup");
        group.GetAttribute("aria-describedby").ShouldBe("q_status-e");
        body.QuerySelector("label.hors")!.TextContent.ShouldBe("X");
    }

    [Fact]
    public async Task Ticks_the_boxes_posted_rather_than_those_of_the_model()
    {
        var view = Rendering.View(state => state.SetModelValue("tasks", (string[])["b", "c"], "b,c"));
        var boxes = new CheckboxesTagHelper { Name = "tasks", Label = "Tâches", Items = [new("a", "A"), new("b", "B"), new("c", "C") { Exclusive = true }], Values = ["a"] };
        var body = await Rendering.DrawAsync(boxes.On(view));
        body.QuerySelectorAll("input[checked]").Select(i => i.GetAttribute("value")).ShouldBe(["b", "c"]);
        body.QuerySelectorAll("input[data-exclusive]").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Ticks_the_boxes_of_the_model_when_nothing_was_posted()
    {
        var boxes = new CheckboxesTagHelper { For = Rendering.Expression<List<int>>("Regions", [3, 6]), Label = "R", Items = [new("3", "A"), new("6", "B"), new("9", "C")] };
        var body = await Rendering.DrawAsync(boxes.On(Rendering.View()));
        body.QuerySelectorAll("input[checked]").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Keeps_the_text_given_with_other_in_sight()
    {
        var items = (Choice[])[new("other", "Autre") { Specify = new("q.other", "Précisez", "Costumière") }];
        var body = await Rendering.DrawAsync(new RadiosTagHelper { Name = "q", Label = "Q", Items = items, Value = "other" }.On(Rendering.View()));
        body.QuerySelector(".preciser.ouvert input")!.GetAttribute("value").ShouldBe("Costumière");
        body.QuerySelector(".preciser label")!.GetAttribute("for").ShouldBe("q_other");
    }

    [Theory]
    [InlineData(StatementLayout.Grid, 1)]
    [InlineData(StatementLayout.OneByOne, 0)]
    public async Task Draws_one_named_radio_group_for_each_statement(StatementLayout layout, int heads)
    {
        var component = new StatementsTagHelper
        {
            Layout = layout,
            Label = "Ces énoncés?",
            Heading = true,
            Statements = [new("s.a", "Premier", "2"), new("s.b", "Second", null, "Choisissez une réponse")],
            Scale = [new("1", "Non"), new("2", "Oui"), new("na", "Sans objet", Apart: true)],
        };
        var body = await Rendering.DrawAsync(component);
        var groups = body.QuerySelectorAll("[role=radiogroup]");
        groups.Length.ShouldBe(2);
        groups.Select(g => body.QuerySelector("#" + g.GetAttribute("aria-labelledby"))!.TextContent).ShouldBe(["Premier", "Second"]);
        groups[1].GetAttribute("aria-describedby").ShouldBe("s_b-e");
        body.QuerySelector("input[checked]")!.Id.ShouldBe("s_a-1");
        body.QuerySelectorAll(".tetes[aria-hidden=true]").Length.ShouldBe(heads);
        body.QuerySelector("h1")!.TextContent.ShouldBe("Ces énoncés?");
    }

    [Fact]
    public async Task Names_both_sides_of_a_pair_by_their_question_and_their_competency()
    {
        var component = new PairsTagHelper
        {
            Pairs = [new("Reconnaître l’IA", new("imp", "", "1"), new("mai", ""))],
            FirstLabel = "Importance",
            SecondLabel = "Maîtrise",
            FirstScale = [new("1", "Peu")],
            SecondScale = [new("1", "Je découvre")],
        };
        var body = await Rendering.DrawAsync(component);
        string Name(IElement group) => string.Join(' ', group.GetAttribute("aria-labelledby")!.Split(' ').Select(id => body.QuerySelector("#" + id)!.TextContent));
        body.QuerySelectorAll("[role=radiogroup]").Select(Name).ShouldBe(["Importance Reconnaître l’IA", "Maîtrise Reconnaître l’IA"]);
    }

    [Fact]
    public async Task Passes_unknown_attributes_to_the_control()
    {
        var body = await Rendering.DrawAsync(new CodeTagHelper { Name = "code", Label = "Code" }.On(Rendering.View()), others: new TagHelperAttribute("maxlength", "19"));
        body.QuerySelector("input")!.GetAttribute("maxlength").ShouldBe("19");
    }

    [Fact]
    public async Task Refuses_a_field_without_a_name()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => Rendering.HtmlAsync(new TextTagHelper { Label = "x" }.On(Rendering.View())));
    }
}
