using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diapason.Design.Fields;

/// <summary>Every error of the page, first thing in the main column: counted, linked, focused. Draws nothing when there is none.</summary>
[HtmlTargetElement("dia-error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper : ComponentTagHelper
{
    /// <summary>The errors in the order of the page; the model state's when null.</summary>
    public IReadOnlyList<FieldError>? Errors { get; set; }

    /// <summary>Replaces the counted title, for instance « Il manque deux réponses ».</summary>
    public string? Heading { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private bool _unsorted;

    private protected override bool Prepare()
    {
        _unsorted = Errors is null;
        Errors ??= FromModelState(ViewContext.ViewData.ModelState);
        return Errors.Count > 0;
    }

    private static List<FieldError> FromModelState(ModelStateDictionary state)
    {
        var errors = new List<FieldError>();
        foreach (var (key, entry) in state)
            foreach (var error in entry.Errors)
                errors.Add(new(key.Length == 0 ? null : key, error.ErrorMessage));
        return errors;
    }

    private protected override void Draw(Markup markup)
    {
        markup.Raw("<div class=\"erreurs flux\" id=\"erreurs\" role=\"alert\" tabindex=\"-1\" autofocus><h2>")
            .Text(Heading ?? (Errors!.Count == 1 ? Words.Of("errors.one") : Words.Of("errors.many", Errors.Count)))
            .Raw("</h2><ul>");
        foreach (var error in _unsorted ? FieldOrder.Sort(ViewContext, Errors!) : Errors!)
        {
            if (error.Name is null) markup.Element("li", null, error.Message);
            else markup.Raw("<li><a href=\"#").Text(FieldId.Of(error.Name)).Raw("\">").Text(error.Message).Raw("</a></li>");
        }
        markup.Raw("</ul></div>");
    }
}
