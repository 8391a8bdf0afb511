using System.Collections;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diapason.Design.Fields;

/// <summary>A legend and a list of answers, each row a target.</summary>
public abstract class ListTagHelper : FieldTagHelper
{
    public IReadOnlyList<Choice> Items { get; set; } = [];

    private protected abstract string InputType { get; }

    private protected abstract bool IsChosen(string value);

    private protected override void Draw(Markup markup)
    {
        markup.Raw(HasError ? "<fieldset class=\"saisie manque\"" : "<fieldset class=\"saisie\"");
        DrawRole(markup);
        DescribedBy(markup);
        markup.Raw("><legend class=\"libelle\">");
        if (Heading) markup.Raw("<h1 class=\"titre-question\">");
        DrawLabelText(markup);
        markup.Raw(Heading ? "</h1></legend>" : "</legend>");
        DrawHintAndError(markup);
        markup.Raw("<div class=\"choix\">");
        for (var i = 0; i < Items.Count; i++)
        {
            var item = Items[i];
            ChoiceMarkup.Draw(markup, new(InputType, Name!, Id!, i, item, IsChosen(item.Value)) { Invalid = HasError && InputType == "checkbox", PathBase = item.Image is null ? null : ViewContext?.HttpContext.Request.PathBase.Value });
        }
        markup.Raw("</div></fieldset>");
    }

    private protected virtual void DrawRole(Markup markup)
    {
    }
}

/// <summary>One answer among several; never preselected.</summary>
[HtmlTargetElement("dia-radios", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RadiosTagHelper : ListTagHelper
{
    public string? Value { get; set; }

    private protected override string InputType => "radio";

    private protected override bool Prepare()
    {
        base.Prepare();
        Value = CurrentValue(Value);
        return true;
    }

    private protected override bool IsChosen(string value) => value == Value;

    private protected override void DrawRole(Markup markup)
    {
        markup.Raw(" role=\"radiogroup\"");
        Invalid(markup);
    }
}

/// <summary>Any number of answers.</summary>
[HtmlTargetElement("dia-checkboxes", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckboxesTagHelper : ListTagHelper
{
    public IReadOnlyCollection<string>? Values { get; set; }

    private protected override string InputType => "checkbox";

    private protected override bool Prepare()
    {
        base.Prepare();
        Values = State?.RawValue switch
        {
            string[] typed => typed,
            string one => [one],
            _ => Values ?? FromModel(),
        };
        return true;
    }

    private protected override bool IsChosen(string value) => Values is { Count: > 0 } chosen && chosen.Contains(value);

    private List<string>? FromModel()
    {
        if (For?.Model is string || For?.Model is not IEnumerable values) return null;
        var chosen = new List<string>();
        foreach (var value in values)
            if (Format(value) is { } text) chosen.Add(text);
        return chosen;
    }
}

/// <summary>A single box to tick: a consent, an option.</summary>
[HtmlTargetElement("dia-checkbox", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckboxTagHelper : FieldTagHelper
{
    public string Value { get; set; } = "true";

    public bool Checked { get; set; }

    private protected override bool Prepare()
    {
        base.Prepare();
        Checked = State?.RawValue is null ? Checked || For?.Model is true : Contains(State.RawValue);
        return true;
    }

    private bool Contains(object typed) => typed is string[] several ? several.Contains(Value) : typed as string == Value;

    private protected override void Draw(Markup markup)
    {
        markup.Raw(HasError ? "<div class=\"saisie manque\">" : "<div class=\"saisie\">");
        DrawHintAndError(markup);
        markup.Raw("<div class=\"choix\"><label><input type=\"checkbox\"").Attribute("id", Id).Attribute("name", Name)
            .Attribute("value", Value).Flag("checked", Checked);
        DescribedBy(markup);
        Invalid(markup);
        DrawOthers(markup);
        markup.Raw("><span>");
        DrawLabelText(markup);
        markup.Raw("</span></label></div></div>");
    }
}
