using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diapason.Design.Components;

/// <summary>The path as a tuning fork: two branches that join at the goal.</summary>
[HtmlTargetElement("dia-path")]
public sealed class PathTagHelper : ComponentTagHelper
{
    private protected override bool HasChildren => true;

    private protected override void Draw(Markup markup)
    {
        markup.Raw("<ol class=\"ligne\" role=\"list\">");
        DrawChildren(markup);
        markup.Raw("</ol>");
    }
}

/// <summary>Where a step stands on the path.</summary>
public enum StepState
{
    Upcoming,
    Current,
    Done,

    /// <summary>The end of the line, in the person's own words.</summary>
    Goal,
}

/// <summary>One step: kind, state, title, reason; its content holds the buttons.</summary>
[HtmlTargetElement("dia-step")]
public sealed class StepTagHelper : ComponentTagHelper
{
    /// <summary>Its place; a goal is no step and has none.</summary>
    public int Number { get; set; }

    public StepState State { get; set; }

    public string? Kind { get; set; }

    public string Title { get; set; } = "";

    public string? Href { get; set; }

    /// <summary>Why the step is there.</summary>
    public string? Because { get; set; }

    /// <summary>The state in words; the usual word when null.</summary>
    public string? StateText { get; set; }

    private protected override bool HasChildren => true;

    private protected override void Draw(Markup markup)
    {
        markup.Raw(State switch
        {
            StepState.Done => "<li class=\"fait\">",
            StepState.Current => "<li class=\"ici\">",
            StepState.Goal => "<li class=\"but\">",
            _ => "<li>",
        });
        markup.Raw("<span class=\"repere\" aria-hidden=\"true\">");
        if (State == StepState.Done) markup.Raw(Icons.Check);
        else if (State != StepState.Goal) markup.Number(Number);
        markup.Raw("</span><div class=\"tete\"><p class=\"genre\">").Text(Kind).Raw("</p>");
        DrawState(markup);
        markup.Raw("</div><h3>");
        if (Href is null) markup.Text(Title);
        else markup.Raw("<a").Attribute("href", Href).Raw(">").Text(Title).Raw("</a>");
        markup.Raw("</h3>").Element("p", "pourquoi", Because).Raw("<div class=\"gestes\">");
        DrawChildren(markup);
        markup.Raw("</div></li>");
    }

    private void DrawState(Markup markup)
    {
        var (cssClass, word) = State switch
        {
            StepState.Done => ("etiquette fait", "step.done"),
            StepState.Current => ("etiquette cours", "step.current"),
            StepState.Upcoming => ("etiquette", "step.upcoming"),
            _ => ("", ""),
        };
        if (cssClass.Length > 0) markup.Element("span", cssClass, StateText ?? Words.Of(word));
    }
}
