using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diapason.Design.Fields;

/// <summary>How a set of statements is shown; the layout shown is worth keeping with the answers.</summary>
public enum StatementLayout
{
    /// <summary>One under the other: the default, better on phones and computers alike.</summary>
    OneByOne,

    /// <summary>Rows and columns when the page is wide enough, one by one otherwise.</summary>
    Grid,
}

/// <summary>A set of statements rated on one scale, one radio group each.</summary>
[HtmlTargetElement("dia-statements", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StatementsTagHelper : ComponentTagHelper
{
    public IReadOnlyList<Statement> Statements { get; set; } = [];

    public IReadOnlyList<Choice> Scale { get; set; } = [];

    public StatementLayout Layout { get; set; }

    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>Makes the label the page's h1.</summary>
    public bool Heading { get; set; }

    private protected override void Draw(Markup markup)
    {
        markup.Raw("<div class=\"ensemble\">").Element(Heading ? "h1" : "h2", "titre-question", Label).Element("p", "indice", Hint);
        var grid = Layout == StatementLayout.Grid;
        markup.Raw(grid ? "<div class=\"grille en-grille n" : "<div class=\"grille n").Number(Scale.Count).Raw("\">");
        if (grid) DrawHeads(markup);
        foreach (var statement in Statements) DrawStatement(markup, statement, Scale);
        markup.Raw("</div></div>");
    }

    // The column heads repeat what each radio already says: only for the eye.
    private void DrawHeads(Markup markup)
    {
        markup.Raw("<div class=\"tetes\" aria-hidden=\"true\"><span></span>");
        foreach (var step in Scale) markup.Raw(step.Apart ? "<span class=\"hors\">" : "<span>").Text(step.Label).Raw("</span>");
        markup.Raw("</div>");
    }

    private static void DrawStatement(Markup markup, Statement statement, IReadOnlyList<Choice> scale)
    {
        var id = FieldId.Of(statement.Name);
        markup.Raw(statement.Error is null ? "<div class=\"enonce\"" : "<div class=\"enonce manque\"");
        RadioGroup.DrawRole(markup, id, statement.Error);
        markup.Raw(" aria-labelledby=\"").Text(id).Raw("-l\"><p class=\"libelle\" id=\"").Text(id).Raw("-l\">").Text(statement.Text).Raw("</p>");
        RadioGroup.DrawBody(markup, id, statement, scale);
        markup.Raw("</div>");
    }
}

/// <summary>Competencies asked twice each, importance beside mastery.</summary>
[HtmlTargetElement("dia-pairs", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PairsTagHelper : ComponentTagHelper
{
    public IReadOnlyList<StatementPair> Pairs { get; set; } = [];

    public string FirstLabel { get; set; } = "";

    public string SecondLabel { get; set; } = "";

    public IReadOnlyList<Choice> FirstScale { get; set; } = [];

    public IReadOnlyList<Choice> SecondScale { get; set; } = [];

    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>Makes the label the page's h1.</summary>
    public bool Heading { get; set; }

    private protected override void Draw(Markup markup)
    {
        markup.Raw("<div class=\"ensemble\">");
        if (Pairs.Count != 1) markup.Element(Heading ? "h1" : "h2", "titre-question", Label).Element("p", "indice", Hint);
        markup.Raw("<div class=\"grille paires\">");
        foreach (var pair in Pairs)
        {
            var id = FieldId.Of(pair.First.Name);
            markup.Raw("<div class=\"paire\">");
            DrawName(markup, id, pair.Text);
            DrawSide(markup, (id, pair.First), FirstLabel, FirstScale);
            DrawSide(markup, (id, pair.Second), SecondLabel, SecondScale);
            markup.Raw("</div>");
        }
        markup.Raw("</div></div>");
    }

    // Alone on its page, the competency is what the page is about, and the question above it what is asked of each.
    private void DrawName(Markup markup, string id, string text)
    {
        if (Pairs.Count != 1)
        {
            markup.Raw("<p class=\"libelle\" id=\"").Text(id).Raw("-l\">").Text(text).Raw("</p>");
            return;
        }

        var title = Heading ? "h1" : "h2";
        markup.Raw("<div class=\"libelle\">").Element("p", "surtitre", Label).Raw("<").Raw(title).Raw(" class=\"titre-question\" id=\"").Text(id).Raw("-l\">").Text(text).Raw("</").Raw(title).Raw(">")
            .Element("p", "indice", Hint).Raw("</div>");
    }

    private static void DrawSide(Markup markup, (string PairId, Statement Statement) side, string label, IReadOnlyList<Choice> scale)
    {
        var id = FieldId.Of(side.Statement.Name);
        markup.Raw(side.Statement.Error is null ? "<div class=\"cote\"" : "<div class=\"cote manque\"");
        RadioGroup.DrawRole(markup, id, side.Statement.Error);
        markup.Raw(" aria-labelledby=\"").Text(id).Raw("-c ").Text(side.PairId).Raw("-l\"><p class=\"cote-titre\" id=\"").Text(id)
            .Raw("-c\">").Text(label).Raw("</p>");
        RadioGroup.DrawBody(markup, id, side.Statement, scale);
        markup.Raw("</div>");
    }
}
