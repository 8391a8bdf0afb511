using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diapason.Design.Fields;

/// <summary>What every field shares: its name, its value, its texts and its error, from the model or given one by one.</summary>
public abstract class FieldTagHelper : ComponentTagHelper
{
    [HtmlAttributeName("asp-for")]
    public ModelExpression? For { get; set; }

    public string? Name { get; set; }

    public string? Id { get; set; }

    public string? Label { get; set; }

    public string? Hint { get; set; }

    public string? Error { get; set; }

    public bool Optional { get; set; }

    /// <summary>Makes the label the page's h1: one question, one page.</summary>
    public bool Heading { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private protected bool HasError => !string.IsNullOrEmpty(Error);

    private protected ModelStateEntry? State { get; private set; }

    private protected override bool Prepare()
    {
        if (For is not null) Name ??= ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        if (Name is null) throw new InvalidOperationException("A field needs asp-for or a name.");
        Id ??= FieldId.Of(Name);
        Label ??= For?.Metadata.DisplayName;
        // Cached pages and fragments are drawn without a ViewContext in tests of the drawing alone.
        State = ViewContext?.ViewData.ModelState[Name];
        if (State is { Errors.Count: > 0 }) FieldOrder.Note(ViewContext!, Name);
        if (Error is null && State is { Errors.Count: > 0 } state) Error = state.Errors[0].ErrorMessage;
        return true;
    }

    /// <summary>What the person typed wins over what the model holds, even when it could not be understood.</summary>
    private protected string? CurrentValue(string? given)
    {
        if (State?.AttemptedValue is { } typed) return typed;
        return given ?? Format(For?.Model);
    }

    private protected static string? Format(object? value) => value switch
    {
        null => null,
        string text => text,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Enum member => member.ToString(),
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.CurrentCulture),
        _ => value.ToString(),
    };

    private protected Markup DescribedBy(Markup markup)
    {
        var hint = !string.IsNullOrEmpty(Hint);
        if (!hint && !HasError) return markup;
        markup.Raw(" aria-describedby=\"");
        if (hint) markup.Text(Id).Raw("-h");
        if (hint && HasError) markup.Raw(" ");
        if (HasError) markup.Text(Id).Raw("-e");
        return markup.Raw("\"");
    }

    private protected Markup Invalid(Markup markup) => HasError ? markup.Raw(" aria-invalid=\"true\"") : markup;

    private protected void DrawHintAndError(Markup markup)
    {
        if (!string.IsNullOrEmpty(Hint)) markup.Raw("<p class=\"indice\" id=\"").Text(Id).Raw("-h\">").Text(Hint).Raw("</p>");
        DrawError(markup);
    }

    private protected void DrawError(Markup markup)
    {
        if (!HasError) return;
        markup.Raw("<p class=\"message\" id=\"").Text(Id).Raw("-e\"><span class=\"masque\">")
            .Text(Words.Of("field.error")).Raw("</span> ").Text(Error).Raw("</p>");
    }

    private protected void DrawLabelText(Markup markup)
    {
        markup.Text(Label);
        if (Optional) markup.Raw(" <span class=\"facultatif\">").Text(Words.Of("field.optional")).Raw("</span>");
    }
}
