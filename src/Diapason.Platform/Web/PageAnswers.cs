using System.Globalization;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Platform.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Platform.Web;

/// <summary>The answers to a posted form: 303 to what comes next, 409 or 422 with the same page and what is wrong, 403, 404 or 410.</summary>
public static class PageAnswers
{
    /// <summary>Turns what came of a use case into an answer.</summary>
    /// <param name="page">Ready to be shown again: what it lists is read before the use case runs.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="then">Where to go once done.</param>
    /// <param name="form">The bound property that holds the form's fields, when the page binds one: <c>nameof(Input)</c>.</param>
    public static IActionResult Answer(this PageModel page, Outcome outcome, PageLink then, string? form = null) =>
        page.Answer(outcome, then, InForm(form));

    /// <summary>The same, when the page names its fields otherwise than the use case.</summary>
    /// <param name="page">Ready to be shown again.</param>
    /// <param name="outcome">What came of the use case.</param>
    /// <param name="then">Where to go once done.</param>
    /// <param name="field">The name on the page of a field of the use case.</param>
    /// <param name="say">What a long form says of a problem: the field's name with it, as the list is read away from the fields.</param>
    public static IActionResult Answer(this PageModel page, Outcome outcome, PageLink then, Func<string, string> field, Func<Problem, string>? say = null) =>
        outcome.IsDone ? page.SeeOther(then) : page.Refuse(outcome, field, say);

    /// <summary>The answer to a refusal. What was typed is kept, and the error summary leads to each field.</summary>
    public static IActionResult Refuse(this PageModel page, Outcome refused, string? form = null) => page.Refuse(refused, InForm(form), null);

    private static IActionResult Refuse(this PageModel page, Outcome refused, Func<string, string> field, Func<Problem, string>? say)
    {
        var kind = refused.Refusal?.Kind ?? throw new ArgumentException("Nothing is refused.", nameof(refused));
        if (kind is not (ProblemKind.Lost or ProblemKind.Invalid)) return new StatusCodeResult((int)kind);
        foreach (var problem in refused.Problems)
            page.ModelState.AddModelError(problem.Field is { } name ? field(name) : "", say?.Invoke(problem) ?? page.Say(problem));
        page.Response.StatusCode = (int)kind;
        return page.Page();
    }

    private static Func<string, string> InForm(string? form) => name => form is null ? name : $"{form}.{name}";

    /// <summary>The sentence of a problem, in the current language: the page's module has the first word, as two may use one code.</summary>
    public static string Say(this PageModel page, Problem problem)
    {
        var words = TextCatalog.Of(page.GetType().Assembly).In(Languages.Current).GetValueOrDefault(problem.Code)
            ?? page.HttpContext.RequestServices.GetRequiredService<ModuleCatalog>().Words(problem.Code) ?? problem.Code;
        return NamedPlaces.Fill(words, name => problem.Facts.Where(fact => fact.Name == name).Select(fact => string.Create(CultureInfo.CurrentCulture, $"{fact.Value}")).FirstOrDefault());
    }

    /// <summary>The next page is asked with GET, so that refreshing it posts nothing again.</summary>
    public static IActionResult SeeOther(this PageModel page, PageLink then) => page.SeeOther(page.Url.To(then));

    /// <summary>The same, for an address that a form or a cookie carried. Local addresses only.</summary>
    public static IActionResult SeeOther(this PageModel page, string? localUrl)
    {
        if (!page.Url.IsLocalUrl(localUrl)) throw new ArgumentException("Only an address of this site can follow a form.", nameof(localUrl));
        page.Response.Headers.Location = page.Url.Content(localUrl);
        ToldOnce.Keep(page, page.Url.Content(localUrl)!);
        return new StatusCodeResult(StatusCodes.Status303SeeOther);
    }

    /// <summary>The page again, with what was typed and what is wrong with it.</summary>
    public static IActionResult Refused(this PageModel page)
    {
        page.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page.Page();
    }
}
