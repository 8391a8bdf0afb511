using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diapason.Design.Components;

/// <summary>A column: its head, and whether it holds numbers (aligned at the end).</summary>
public sealed record DataColumn(string Title, bool Number = true);

/// <summary>A row: its head and one cell for each column after the first.</summary>
public sealed record DataRow(string Head, IReadOnlyList<string> Cells);

/// <summary>A table ready to draw. The first column heads the rows.</summary>
public sealed record DataTable(string Caption, IReadOnlyList<DataColumn> Columns, IReadOnlyList<DataRow> Rows)
{
    internal void Draw(Markup markup, bool showCaption, bool cards = false)
    {
        markup.Raw("<table>").Element("caption", showCaption ? null : "masque", Caption).Raw("<thead><tr>");
        for (var i = 0; i < Columns.Count; i++)
        {
            markup.Raw("<th scope=\"col\"").Attribute("class", i > 0 && Columns[i].Number ? "n" : null).Raw(">")
                .Text(Columns[i].Title).Raw("</th>");
        }
        markup.Raw("</tr></thead><tbody>");
        foreach (var row in Rows) DrawRow(markup, row, cards);
        markup.Raw("</tbody></table>");
    }

    private void DrawRow(Markup markup, DataRow row, bool cards)
    {
        markup.Raw("<tr><th scope=\"row\">").Text(row.Head).Raw("</th>");
        for (var i = 0; i < row.Cells.Count; i++)
        {
            markup.Raw("<td").Attribute("class", Columns[i + 1].Number ? "n" : null);
            if (cards && row.Cells[i].Length > 0) markup.Attribute("data-th", Columns[i + 1].Title + Words.Colon.TrimEnd());
            markup.Raw(">").Text(row.Cells[i]).Raw("</td>");
        }
        markup.Raw("</tr>");
    }
}

/// <summary>A table in a region that scrolls by keyboard on narrow screens; from data, or from hand-written thead and tbody.</summary>
[HtmlTargetElement("dia-table")]
public sealed class TableTagHelper : ComponentTagHelper
{
    public DataTable? Data { get; set; }

    /// <summary>Wanted when the table is written by hand.</summary>
    public string? Caption { get; set; }

    /// <summary>Hides the caption from the eye when a heading just above says the same.</summary>
    public bool HideCaption { get; set; }

    /// <summary>On a phone each row is read as a small record, and nothing scrolls; its page loads the styles of the Coulisses. Cells written by hand name their column by <c>data-th</c>.</summary>
    public bool Cards { get; set; }

    private protected override bool HasChildren => Data is null;

    private protected override void Draw(Markup markup)
    {
        if (Cards) markup.Raw("<div class=\"tableau en-fiches\">");
        else ScrollRegion.Open(markup, Data?.Caption ?? Caption);
        if (Data is not null) Data.Draw(markup, !HideCaption, Cards);
        else
        {
            markup.Raw("<table>").Element("caption", HideCaption ? "masque" : null, Caption);
            DrawChildren(markup);
            markup.Raw("</table>");
        }
        ScrollRegion.Close(markup);
    }
}

/// <summary>What scrolls sideways must be reachable by keyboard and named.</summary>
internal static class ScrollRegion
{
    public static void Open(Markup markup, string? caption) => markup
        .Raw("<div class=\"tableau defile\" tabindex=\"0\" role=\"region\" aria-label=\"")
        .Text(Words.Of("table.region", caption)).Raw("\">");

    public static void Close(Markup markup) => markup.Raw("</div>");
}
