namespace Diapason.Design.Fields;

/// <summary>Draws one answer row. The first takes the field's own id, which error summaries link to.</summary>
internal static class ChoiceMarkup
{
    public readonly record struct Row(string Type, string Name, string Id, int Index, Choice Choice, bool Chosen)
    {
        public bool Invalid { get; init; }

        /// <summary>What addresses begin with: language and council.</summary>
        public string? PathBase { get; init; }
    }

    public static void Draw(Markup markup, Row row)
    {
        var choice = row.Choice;
        markup.Raw(choice.Apart ? "<label class=\"hors\"><input" : "<label><input");
        markup.Attribute("type", row.Type).Attribute("name", row.Name).Raw(" id=\"").Text(row.Id);
        if (row.Index > 0) markup.Raw("-").Number(row.Index);
        markup.Raw("\"").Attribute("value", choice.Value).Flag("checked", row.Chosen).Flag("data-exclusive", choice.Exclusive);
        if (row.Invalid) markup.Raw(" aria-invalid=\"true\"");
        markup.Raw("><span>").Text(choice.Label);
        if (choice.Hint is not null) markup.Raw(" <small>").Text(choice.Hint).Raw("</small>");
        if (choice.Image is { } image) DrawImage(markup, image, row.PathBase);
        markup.Raw("</span></label>");
        if (choice.Specify is { } specify) DrawSpecify(markup, specify);
    }

    // In the label: a touch on it chooses, and its alternative is heard after the words.
    private static void DrawImage(Markup markup, ChoiceImage image, string? pathBase) =>
        markup.Raw("<img src=\"").Text(pathBase).Text(image.Path).Raw("\" alt=\"").Text(image.Alternative).Raw("\" width=\"").Number(image.Width).Raw("\" height=\"").Number(image.Height).Raw("\" loading=\"lazy\" decoding=\"async\">");

    // Shown by the stylesheet when the answer above is chosen; always shown when it holds something.
    private static void DrawSpecify(Markup markup, Specify specify)
    {
        var id = FieldId.Of(specify.Name);
        var open = !string.IsNullOrEmpty(specify.Value) || specify.Error is not null;
        markup.Raw(open ? "<div class=\"preciser ouvert\"><label for=\"" : "<div class=\"preciser\"><label for=\"").Text(id)
            .Raw("\">").Text(specify.Label).Raw("</label>");
        if (specify.Error is not null)
        {
            markup.Raw("<p class=\"message\" id=\"").Text(id).Raw("-e\"><span class=\"masque\">").Text(Words.Of("field.error"))
                .Raw("</span> ").Text(specify.Error).Raw("</p>");
        }
        markup.Raw("<input class=\"champ\" type=\"text\" id=\"").Text(id).Raw("\"").Attribute("name", specify.Name)
            .Attribute("value", specify.Value).Raw(" maxlength=\"").Number(specify.MaxLength).Raw("\"");
        if (specify.Error is not null) markup.Raw(" aria-invalid=\"true\" aria-describedby=\"").Text(id).Raw("-e\"");
        markup.Raw("></div>");
    }
}
