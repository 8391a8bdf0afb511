namespace Diapason.Design.Fields;

/// <summary>Draws the role, the error and the answers of one radio group among several.</summary>
internal static class RadioGroup
{
    public static void DrawRole(Markup markup, string id, string? error)
    {
        markup.Raw(" role=\"radiogroup\"");
        if (error is not null) markup.Raw(" aria-invalid=\"true\" aria-describedby=\"").Text(id).Raw("-e\"");
    }

    public static void DrawBody(Markup markup, string id, Statement statement, IReadOnlyList<Choice> scale)
    {
        if (statement.Error is not null)
        {
            markup.Raw("<p class=\"message\" id=\"").Text(id).Raw("-e\"><span class=\"masque\">").Text(Words.Of("field.error"))
                .Raw("</span> ").Text(statement.Error).Raw("</p>");
        }
        markup.Raw("<div class=\"choix\">");
        for (var i = 0; i < scale.Count; i++)
            ChoiceMarkup.Draw(markup, new("radio", statement.Name, id, i, scale[i], scale[i].Value == statement.Value));
        markup.Raw("</div>");
    }
}
