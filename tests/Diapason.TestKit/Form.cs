using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Diapason.TestKit;

/// <summary>A form of a page, filled by the labels a person reads.</summary>
public sealed class Form(IHtmlFormElement form, string pageAddress)
{
    private readonly List<(string Name, string FileName, byte[] Content)> _files = [];

    /// <summary>The files chosen, by the name of their field.</summary>
    internal IReadOnlyList<(string Name, string FileName, byte[] Content)> Files => _files;

    /// <summary>Chooses a file in the field with this label; inside the group with this legend when one is named.</summary>
    public Form Attach(string label, string fileName, byte[] content, string? group = null)
    {
        var scope = group is null ? form : Group(group);
        var input = scope.QuerySelectorAll("label").Where(l => Says(l, label)).Select(Control).OfType<IHtmlInputElement>().FirstOrDefault(i => i.Type == "file") ?? throw Missing($"file « {label} »");
        _files.Add((input.Name!, fileName, content));
        return this;
    }

    public string Method => (form.GetAttribute("method") ?? "get").ToLowerInvariant();

    public IHtmlFormElement Element => form;

    /// <summary>Types into the field with this label.</summary>
    public Form Fill(string label, string value)
    {
        switch (Labelled(label))
        {
            case IHtmlInputElement input: input.Value = value; break;
            case IHtmlTextAreaElement area: area.Value = value; break;
            case IHtmlSelectElement select:
                var option = select.Options.FirstOrDefault(o => Page.Words(o.Text) == value || o.Value == value) ?? throw Missing($"option « {value} » of « {label} »");
                select.Value = option.Value;
                break;
            default: throw Missing($"field « {label} »");
        }

        return this;
    }

    /// <summary>Presses the radio button or ticks the box with this label; inside the group with this legend when one is named.</summary>
    public Form Choose(string label, string? group = null)
    {
        var scope = group is null ? form : Group(group);
        var input = scope.QuerySelectorAll("label").Where(l => Says(l, label)).Select(Control).OfType<IHtmlInputElement>().FirstOrDefault()
            ?? throw Missing($"choice « {label} »" + (group is null ? "" : $" of « {group} »"));
        if (input.Type == "radio")
            foreach (var other in form.QuerySelectorAll("input[type=radio]").OfType<IHtmlInputElement>().Where(i => i.Name == input.Name)) other.IsChecked = false;
        input.IsChecked = true;
        return this;
    }

    /// <summary>A choice is called by its text, with its hint or without.</summary>
    private static bool Says(IElement element, string label)
    {
        var text = Page.Words(element.TextContent);
        return text == label || (element.QuerySelector("small") is { } hint && text == $"{label} {Page.Words(hint.TextContent)}");
    }

    public Form Untick(string label)
    {
        if (Labelled(label) is IHtmlInputElement box) box.IsChecked = false;
        return this;
    }

    /// <summary>Sets a field by its name: only for what no person could do, such as a forged code.</summary>
    public Form Forge(string name, string value)
    {
        var fields = form.QuerySelectorAll($"[name='{name}']");
        foreach (var input in fields.OfType<IHtmlInputElement>().Where(i => i.Type is "radio" or "checkbox")) input.Remove();
        if (form.QuerySelector($"[name='{name}']") is IHtmlInputElement known)
        {
            known.Value = value;
            return this;
        }

        var hidden = (IHtmlInputElement)form.Owner!.CreateElement("input");
        hidden.Type = "hidden";
        hidden.Name = name;
        hidden.Value = value;
        form.AppendChild(hidden);
        return this;
    }

    /// <summary>The value a field holds, by its label.</summary>
    public string? Value(string label) => Labelled(label) switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value,
        _ => null,
    };

    /// <summary>The address and the successful controls, in the order of the page, as a browser sends them.</summary>
    public (string Address, List<KeyValuePair<string, string>> Fields) Submission(string? button)
    {
        var pressed = Buttons(form).FirstOrDefault(b => button is null || Page.Words(b.TextContent) == button) ?? throw Missing($"button « {button} »");
        var fields = new List<KeyValuePair<string, string>>();
        IEnumerable<IElement> controls = form.QuerySelectorAll("input, textarea, select, button");
        foreach (var control in form.Contains(pressed) ? controls : controls.Append(pressed))
            if (control.GetAttribute("name") is { Length: > 0 } name && Sent(control, pressed) is { } value) fields.Add(new(name, value));
        var address = pressed.GetAttribute("formaction") ?? form.GetAttribute("action");
        return (string.IsNullOrEmpty(address) ? pageAddress : address, fields);
    }

    /// <summary>The buttons of a form: those in it, then those elsewhere that name it (<c>form="answers"</c>).</summary>
    internal static IEnumerable<IElement> Buttons(IHtmlFormElement form)
    {
        var inside = form.QuerySelectorAll("button, input[type=submit]").ToList();
        return form.Id is { Length: > 0 } id ? inside.Concat(form.Owner!.QuerySelectorAll($"button[form='{id}']").Except(inside)) : inside;
    }

    private static string? Sent(IElement control, IElement pressed) => control switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox" } box => box.IsChecked ? box.Value : null,
        IHtmlInputElement { Type: "submit" or "image" or "file" } => null,
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value,
        IHtmlButtonElement => ReferenceEquals(control, pressed) ? control.GetAttribute("value") ?? "" : null,
        _ => null,
    };

    private IElement? Labelled(string label)
    {
        var found = form.QuerySelectorAll("label").FirstOrDefault(l => Page.Words(l.TextContent) == label) ?? throw Missing($"label « {label} »");
        return Control(found);
    }

    private IElement? Control(IElement label) => label.GetAttribute("for") is { Length: > 0 } id
        ? form.Owner!.GetElementById(id)
        : label.QuerySelector("input, textarea, select");

    private IElement Group(string legend)
    {
        if (form.QuerySelectorAll("fieldset").FirstOrDefault(f => Page.Words(f.QuerySelector("legend")?.TextContent) == legend) is { } fieldset) return fieldset;
        var named = form.QuerySelectorAll("[role=radiogroup], [role=group]").FirstOrDefault(g =>
            (g.GetAttribute("aria-labelledby") ?? "").Split(' ').Select(form.Owner!.GetElementById).Any(e => Page.Words(e?.TextContent) == legend));
        return named ?? throw Missing($"group « {legend} »");
    }

    private InvalidOperationException Missing(string what) =>
        new($"No {what} in the form of {pageAddress}, which has: {string.Join(" | ", form.QuerySelectorAll("label, legend, button").Select(e => Page.Words(e.TextContent)).Distinct().Take(60))}");
}
