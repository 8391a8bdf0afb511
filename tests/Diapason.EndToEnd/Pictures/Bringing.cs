using System.Diagnostics;
using Diapason.TestKit;
using Microsoft.Playwright;

namespace Diapason.EndToEnd.Pictures;

/// <summary>How a page is brought to the state in which it is pictured.</summary>
internal static class Bringing
{
    private const string Consultation = "/fr/c/formes/consultation/formes";
    private const string Written = "#answers :is(input[type=text], input[type=date], textarea)";

    // One option of each group (never the first of all: an answer among others is what people see), two boxes, the second line of a list.
    private const string Choose = """
        () => {
          const form = document.getElementById('answers');
          for (const name of new Set([...form.querySelectorAll('input[type=radio]')].map(radio => radio.name))) form.querySelectorAll(`[name="${name}"]`)[1].checked = true;
          [...form.querySelectorAll('input[type=checkbox]:not([data-exclusive])')].slice(0, 2).forEach(box => box.checked = true);
          form.querySelectorAll('select').forEach((list, at) => list.selectedIndex = (at + 1) % (list.length - 1) + 1);
        }
        """;

    private const string SameCode = "document.querySelectorAll('strong.code > span, .questionnaire-papier footer [translate=no]').forEach(code => { code.textContent = '7KQ2-9VXM-04TD-HJ3P-8'; })";

    public static Func<IPage, Task> To(string address) => page => page.GotoAsync(address);

    /// <summary>With what is folded there open.</summary>
    public static Func<IPage, Task> ToOpen(string address, string folded) => async page =>
    {
        await page.GotoAsync(address);
        await page.Locator(folded).EvaluateAsync("folded => folded.open = true");
    };

    /// <summary>With the keyboard's focus on the last of these, after the first.</summary>
    public static Func<IPage, Task> ToFocus(string address, params string[] controls) => async page =>
    {
        await page.GotoAsync(address);
        foreach (var control in controls) await page.Locator(control).First.EvaluateAsync("control => control.focus({ focusVisible: true })");
    };

    public static async Task ToBackstage(IPage page)
    {
        await page.GotoAsync("/fr/account/sign-in");
        await page.Locator("input[type=email]").FillAsync("administrator@culture.example");
        await page.Locator("input[type=password]").FillAsync(DiapasonApp.Password);
        await page.ThenAsync(() => page.Locator("main form button").First.ClickAsync());
        // What is missing among the answers is known once a reader in the background has read them all.
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(90);)
        {
            await page.GotoAsync("/fr/backstage");
            if (await page.GetByText("Un groupe manque").CountAsync() > 0) return;
        }

        throw new TimeoutException("The Coulisses did not tell in 90 seconds which group is missing.");
    }

    /// <summary>With what was understood of a need told in one's own words.</summary>
    public static Func<IPage, Task> ToRead(string words) => async page =>
    {
        await page.GotoAsync("/fr/next-steps/words");
        await page.Locator("main textarea").FillAsync(words);
        await page.ThenAsync(() => page.Locator("main button[value=read]").ClickAsync());
    };

    /// <summary>With the steps that it leads to.</summary>
    public static Func<IPage, Task> ToSteps(string words) => async page =>
    {
        await ToRead(words)(page);
        await page.ThenAsync(() => page.Locator("main button[value=steps]").ClickAsync());
    };

    /// <summary>What the device of who answered holds, the code replaced by one that is always the same.</summary>
    public static async Task ToNotebook(IPage page)
    {
        await page.GotoAsync("/fr/c/formes/notebook");
        await page.EvaluateAsync(SameCode);
    }

    /// <summary>A sheet of the demonstration consultation that is typed.</summary>
    public static async Task ToTyped(IPage page)
    {
        await page.GotoAsync(new Uri(page.Url).AbsolutePath.Replace("/paper", "/batches", StringComparison.Ordinal));
        await page.Locator("[name=mode]").First.CheckAsync(new() { Force = true });
        await page.Locator("[name=name]").FillAsync("Rimouski");
        await page.Locator("[name=expected]").FillAsync("2");
        await page.Locator("[name=version]").FillAsync("2026.3");
        await page.ThenAsync(() => page.Locator("main form .actions button").ClickAsync());
        await page.GotoAsync(page.Url.TrimEnd('/') + "/enter");
        // Its place is made by a script, once it is there.
        await page.Locator(".a-saisir .lu").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>A copy of the demonstration questionnaire, with its rules in sentences.</summary>
    public static async Task ToCopy(IPage page)
    {
        await page.GotoAsync("/fr/manage/questionnaires/new");
        await page.PressAsync("Copier ce questionnaire");
    }

    /// <summary>A question of that copy, with its options.</summary>
    public static Task ToItsQuestion(IPage page) => page.ThenAsync(() => page.Locator(".plan-q a[href*='question%2F']").Nth(8).ClickAsync());

    /// <summary>The sheets of the demonstration consultation, one of them with a code that is never twice the same.</summary>
    public static async Task ToPaper(IPage page)
    {
        await page.GotoAsync("/fr/manage/consultations");
        await page.GotoAsync(await page.Locator("main a[href^='/fr/manage/consultations/']").First.GetAttributeAsync("href") + "/paper?copies=1&to=Conseil");
        await page.EvaluateAsync(SameCode);
        await page.EvaluateAsync("['enonces', 'lignes'].forEach(part => { document.querySelector(`.question-papier:has(.${part})`).id = part; })");
    }

    /// <summary>A questionnaire begun from a blank page, which still lacks its first question.</summary>
    public static async Task ToDraft(IPage page)
    {
        await page.GotoAsync("/fr/manage/questionnaires/new");
        await page.Locator("main input[type=text]").Nth(0).FillAsync("Le temps qui manque");
        await page.Locator("main input[type=text]").Nth(1).FillAsync("Short of time");
        await page.PressAsync("Commencer");
    }

    public static Func<IPage, Task> ToStart(bool refused) => async page =>
    {
        await page.GotoAsync(Consultation);
        if (refused) await RefuseAsync(page, "Commencer");
    };

    public static Func<IPage, Task> ToQuestion(string code) => page => page.GotoAsync($"{Consultation}/p/{code}");

    /// <summary>The whole page, whose margin holds a code that is never twice the same.</summary>
    public static Func<IPage, Task> ToWholePage(string code) => async page =>
    {
        await ToQuestion(code)(page);
        await page.EvaluateAsync(SameCode);
    };

    /// <summary>The page as it comes back when it was left blank, or filled with something that is not an answer.</summary>
    public static Func<IPage, Task> ToRefused(string code, string wrong) => async page =>
    {
        // The consent was refused on the page before: given now, it opens the first question.
        if (!page.Url.Contains("/p/", StringComparison.Ordinal))
        {
            await page.Locator("#answers input[type=checkbox]").CheckAsync(new() { Force = true });
            await page.PressAsync("Commencer");
        }

        await ToQuestion(code)(page);
        if (wrong.Length > 0) await page.Locator(Written).First.FillAsync(wrong);
        await RefuseAsync(page, "Continuer");
    };

    /// <summary>The page opened again after it was answered.</summary>
    public static Func<IPage, Task> ToAnswered(string code, string right) => async page =>
    {
        if (right.Length > 0) await page.Locator(Written).First.FillAsync(right);
        else await page.EvaluateAsync(Choose);
        await page.PressAsync("Continuer");
        await ToQuestion(code)(page);
    };

    public static async Task ToCheck(IPage page)
    {
        await ToQuestion("note")(page);
        await page.PressAsync("Continuer");
        if (!page.Url.EndsWith("/check", StringComparison.Ordinal)) throw new InvalidOperationException($"The check page was expected, not {page.Url}");
    }

    private static async Task RefuseAsync(IPage page, string button)
    {
        await page.PressAsync(button);
        // The focus goes to the summary, which has its own picture of focus.
        await page.EvaluateAsync("document.activeElement.blur()");
        if (await page.Locator(".erreurs").CountAsync() == 0) throw new InvalidOperationException($"Nothing was refused at {page.Url}");
    }
}
