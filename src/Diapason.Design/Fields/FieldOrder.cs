using Microsoft.AspNetCore.Mvc.Rendering;

namespace Diapason.Design.Fields;

/// <summary>The order in which the page met its fields in error. The summary, drawn when the page is flushed, follows it; the model state keeps none.</summary>
internal static class FieldOrder
{
    private static readonly object Key = new();

    public static void Note(ViewContext view, string name)
    {
        var items = view.HttpContext.Items;
        if (items[Key] is not List<string> met) items[Key] = met = [];
        met.Add(name);
    }

    /// <summary>Errors of the whole form first, then those of the fields from top to bottom.</summary>
    public static IEnumerable<FieldError> Sort(ViewContext view, IEnumerable<FieldError> errors)
    {
        var met = view.HttpContext.Items[Key] as List<string> ?? [];
        return errors.OrderBy(error => error.Name is null ? -1 : met.IndexOf(error.Name) is >= 0 and var at ? at : int.MaxValue);
    }
}
