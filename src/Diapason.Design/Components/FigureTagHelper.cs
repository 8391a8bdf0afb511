using Diapason.Design.Charts;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diapason.Design.Components;

/// <summary>
/// A chart with everything a figure must carry: the finding, the measure, one sentence to read it by, its source (in a plain line, then in full when
/// asked for), its table.
/// Without a title, a reading or a source it refuses to be drawn.
/// </summary>
[HtmlTargetElement("dia-figure")]
public sealed class FigureTagHelper : ComponentTagHelper
{
    /// <summary>The finding, never the topic.</summary>
    public string Title { get; set; } = "";

    /// <summary>What is measured, on what scale.</summary>
    public string? Measure { get; set; }

    /// <summary>One sentence, without « Lecture : » which is added.</summary>
    public string Reading { get; set; } = "";

    public FigureSource? Source { get; set; }

    public Chart? Chart { get; set; }

    /// <summary>Replaces the chart's own table; alone, a figure without drawing.</summary>
    public DataTable? Table { get; set; }

    /// <summary>Heading level of the finding.</summary>
    public int Level { get; set; } = 3;

    private protected override bool HasChildren => true;

    private protected override bool Prepare()
    {
        if (Title.Length == 0 || Reading.Length == 0 || Source is null)
            throw new InvalidOperationException("A figure never travels alone: title, reading and source are wanted.");
        return true;
    }

    private protected override void Draw(Markup markup)
    {
        markup.Raw("<figure class=\"figure\"");
        DrawOthers(markup);
        markup.Raw("><figcaption><h").Number(Level).Raw(">").Text(Title).Raw("</h").Number(Level).Raw(">")
            .Element("p", null, Measure).Raw("</figcaption>");
        if (Chart is not null)
        {
            markup.Raw("<div class=\"ample\">").Raw(Chart.Wide).Raw("</div><div class=\"etroit\">").Raw(Chart.Narrow).Raw("</div>");
        }
        markup.Raw("<p class=\"lecture\">").Text(Words.Of("figure.reading")).Text(Reading).Raw("</p>")
            .Element("p", "provenance", Source!.ToPlainLine())
            .Raw("<details class=\"precisions\"><summary>").Text(Words.Of("figure.source")).Raw("</summary>").Element("p", "source", Source.ToSentence()).Raw("</details>");
        DrawChildren(markup);
        DrawTable(markup);
        markup.Raw("</figure>");
    }

    private void DrawTable(Markup markup)
    {
        if ((Table ?? Chart?.Table) is not { } table) return;
        markup.Raw("<details class=\"donnees\"><summary>").Text(Words.Of("figure.table")).Raw("</summary>");
        ScrollRegion.Open(markup, table.Caption);
        table.Draw(markup, showCaption: false);
        ScrollRegion.Close(markup);
        markup.Raw("</details>");
    }
}
