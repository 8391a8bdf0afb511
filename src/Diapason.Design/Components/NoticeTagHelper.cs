using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diapason.Design.Components;

/// <summary>What a notice tells.</summary>
public enum NoticeKind
{
    Information,
    Success,
    Warning,
}

/// <summary>A message about the page: a word says its kind, colour only repeats it.</summary>
[HtmlTargetElement("dia-notice")]
public sealed class NoticeTagHelper : ComponentTagHelper
{
    public NoticeKind Kind { get; set; }

    public string? Heading { get; set; }

    /// <summary>True for a notice that answers an action just done: announced by screen readers.</summary>
    public bool Live { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private protected override bool HasChildren => true;

    /// <summary>A form that is refused keeps the address of the last thing done: the page says what is wrong, and never that it is done.</summary>
    private protected override bool Prepare() => !(Live && Kind == NoticeKind.Success && ViewContext?.ViewData.ModelState.IsValid == false);

    private protected override void Draw(Markup markup)
    {
        var (cssClass, word) = Kind switch
        {
            NoticeKind.Success => ("avis reussi", "notice.success"),
            NoticeKind.Warning => ("avis attention", "notice.warning"),
            _ => ("avis", "notice.information"),
        };
        markup.Raw("<div").Attribute("class", cssClass).Attribute("role", Live ? "status" : null);
        DrawOthers(markup);
        markup.Raw("><p class=\"avis-titre\"><span class=\"genre-avis\">").Text(Words.Of(word)).Raw("</span>");
        if (Heading is not null) markup.Text(Words.Colon).Text(Heading);
        markup.Raw("</p><div class=\"avis-corps flux\">");
        DrawChildren(markup);
        markup.Raw("</div></div>");
    }
}

/// <summary>The states a tag can tell.</summary>
public enum TagState
{
    Upcoming,
    InProgress,
    Done,
    Live,
}

/// <summary>A state in a word and a tint; never clickable.</summary>
[HtmlTargetElement("dia-tag")]
public sealed class StateTagTagHelper : ComponentTagHelper
{
    public TagState State { get; set; }

    private protected override bool HasChildren => true;

    private protected override void Draw(Markup markup)
    {
        markup.Raw(State switch
        {
            TagState.Done => "<span class=\"etiquette fait\">",
            TagState.InProgress => "<span class=\"etiquette cours\">",
            TagState.Live => "<span class=\"etiquette direct\">",
            _ => "<span class=\"etiquette\">",
        });
        DrawChildren(markup);
        markup.Raw("</span>");
    }
}

/// <summary>Where one is in a questionnaire: in words first, then a thin bar; never a bare percentage.</summary>
[HtmlTargetElement("dia-progress", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ProgressTagHelper : ComponentTagHelper
{
    /// <summary>Current section, from 1.</summary>
    public int Section { get; set; }

    public int Sections { get; set; }

    public string? SectionTitle { get; set; }

    /// <summary>Current page, from 1; 0 when not told.</summary>
    public int Page { get; set; }

    public int Pages { get; set; }

    /// <summary>Minutes left; 0 when not told.</summary>
    public int Minutes { get; set; }

    /// <summary>Part of the current section already done, from 0 to 1.</summary>
    public double Done { get; set; }

    private protected override void Draw(Markup markup)
    {
        markup.Raw("<div class=\"avancement\"><ol class=\"pas\" role=\"list\" aria-hidden=\"true\">");
        for (var i = 1; i <= Sections; i++)
        {
            if (i < Section) markup.Raw("<li class=\"fait\"></li>");
            else if (i == Section) markup.Raw("<li class=\"ici d").Number((int)Math.Clamp(Math.Round(Done * 10), 0, 10)).Raw("\"></li>");
            else markup.Raw("<li></li>");
        }
        markup.Raw("</ol><p><span><strong>").Text(Words.Of("progress.section", Section, Sections)).Raw("</strong>");
        if (SectionTitle is not null) markup.Text(Words.Colon).Text(SectionTitle);
        markup.Raw("</span>");
        if (Page > 0 && Minutes > 0) markup.Raw("<span>").Text(Remaining()).Raw("</span>");
        markup.Raw("</p></div>");
    }

    // How many pages there may be frightens, and falls with the answers: what is behind is in the bar, what is ahead is said by minutes. Neither goes back.
    private string Remaining()
    {
        if (Page == Pages) return Words.Of("progress.way.last");
        return Minutes == 1 ? Words.Of("progress.minute") : Words.Of("progress.minutes", Minutes);
    }
}
