using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Diapason.Design;
using Diapason.Design.Fields;
using Diapason.Platform.Language;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diapason.Tests.Design;

/// <summary>Draws one component as a page would, and reads the result as a browser does.</summary>
internal static class Rendering
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement, UnicodeRanges.GeneralPunctuation);

    public static async Task<IElement> DrawAsync(ComponentTagHelper component, string content = "", string language = "fr", params TagHelperAttribute[] others)
    {
        var document = await new HtmlParser().ParseDocumentAsync(await HtmlAsync(component, content, language, others));
        return document.Body!;
    }

    public static async Task<string> HtmlAsync(ComponentTagHelper component, string content = "", string language = "fr", params TagHelperAttribute[] others)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.Culture(language);
        var context = new TagHelperContext([], new Dictionary<object, object>(), "test");
        var output = new TagHelperOutput("dia-test", [.. others], (_, _) =>
            Task.FromResult<TagHelperContent>(new DefaultTagHelperContent().SetHtmlContent(content)));
        await component.ProcessAsync(context, output);
        using var writer = new StringWriter();
        output.WriteTo(writer, Encoder);
        return writer.ToString();
    }

    public static ViewContext View(Action<ModelStateDictionary>? state = null)
    {
        var data = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary());
        state?.Invoke(data.ModelState);
        return new ViewContext { ViewData = data, HttpContext = new DefaultHttpContext() };
    }

    public static ModelExpression Expression<T>(string name, T value)
    {
        var provider = new EmptyModelMetadataProvider();
        return new(name, new ModelExplorer(provider, provider.GetMetadataForType(typeof(T)), value));
    }

    public static T On<T>(this T field, ViewContext view) where T : FieldTagHelper
    {
        field.ViewContext = view;
        return field;
    }
}
