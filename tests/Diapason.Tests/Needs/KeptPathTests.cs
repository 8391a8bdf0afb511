using System.Net;
using Diapason.Needs.Data;
using Diapason.Needs.Paths;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Needs;

public sealed class KeptPathTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Brings_the_steps_back_on_another_device_with_the_code()
    {
        var (steps, code) = await KeepAsync(app.Visitor());
        var page = await ResumeAsync(app.Visitor(), code.ToLowerInvariant().Replace('-', ' '));
        page.Address.ShouldBe("/fr/next-steps/mine");
        Walk.Steps(page).ShouldBe(steps);
        page.Main.ShouldContain("gardées sous votre code jusqu’au");
    }

    [Fact]
    public async Task Keeps_what_is_set_aside_after_saving()
    {
        var visitor = app.Visitor();
        var (steps, code) = await KeepAsync(visitor);
        var mine = await visitor.GoAsync("/fr/next-steps/mine");
        await visitor.SubmitAsync(mine.Form($"Pas pour moi : {steps[0]}"));
        Walk.Steps(await ResumeAsync(app.Visitor(), code)).ShouldNotContain(steps[0]);
    }

    [Fact]
    public async Task Stores_a_fingerprint_of_the_code_and_never_the_code()
    {
        var (_, code) = await KeepAsync(app.Visitor());
        var rows = await app.InScopeAsync(s => s.GetRequiredService<DiapasonDb>().EveryCouncil<SavedPath>().AsNoTracking().ToListAsync());
        rows.ShouldAllBe(r => r.CodeHash.Length == 32 && !r.Document.Contains(code));
    }

    [Theory]
    [InlineData("", "Écrivez votre code.")]
    [InlineData("AAAA-BBBB", "Ce code contient une faute de frappe.")]
    [InlineData("0000-0000-0000-0000-0", "Rien n’est gardé sous ce code")]
    public async Task Tells_a_slip_of_the_hand_from_an_unknown_code(string code, string message)
    {
        var visitor = app.Visitor();
        var form = (await visitor.GoAsync("/fr/next-steps/resume")).Form().Fill("Votre code de parcours", code);
        var refused = await visitor.SubmitAsync(form);
        refused.Address.ShouldStartWith("/fr/next-steps/resume");
        refused.Errors.Single().ShouldStartWith(message);
        refused.Form().Value("Votre code de parcours").ShouldBe(code);
    }

    [Fact]
    public async Task A_new_code_replaces_the_old_one()
    {
        var visitor = app.Visitor();
        var (_, first) = await KeepAsync(visitor);
        var asked = await visitor.FollowAsync(await visitor.GoAsync("/fr/next-steps/mine"), "Remplacer mon code");
        asked.Main.ShouldContain("Le code que vous aviez noté n’ouvrira plus rien");
        (await ResumeAsync(app.Visitor(), first)).Address.ShouldBe("/fr/next-steps/mine", "asking changes nothing");
        var second = CodeOf(await visitor.SubmitAsync(asked.Form("Remplacer mon code")));
        second.ShouldNotBe(first);
        (await ResumeAsync(app.Visitor(), first)).Errors.ShouldNotBeEmpty();
        (await ResumeAsync(app.Visitor(), second)).Address.ShouldBe("/fr/next-steps/mine");
    }

    [Fact]
    public async Task Pressing_twice_keeps_one_path_under_one_code()
    {
        var visitor = app.Visitor();
        var page = await Walk.ToStepsAsync(visitor);
        var before = await CountAsync();
        var pressed = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => visitor.SubmitAsync(page.Form("Garder sous un code"))));
        var code = pressed.Select(CodeOf).Distinct().ShouldHaveSingleItem();
        (await CountAsync()).ShouldBe(before + 1);
        CodeOf(await visitor.SubmitAsync(page.Form("Garder sous un code"))).ShouldBe(code, "a refresh");
        (await ResumeAsync(app.Visitor(), code)).Address.ShouldBe("/fr/next-steps/mine");
    }

    [Fact]
    public async Task Another_council_does_not_know_the_code()
    {
        var (_, code) = await KeepAsync(app.Visitor());
        var visitor = app.Visitor();
        var form = (await visitor.GoAsync("/fr/c/rivage/next-steps/resume")).Form().Fill("Votre code de parcours", code);
        (await visitor.SubmitAsync(form)).Errors.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Erasing_leaves_nothing_here_nor_in_the_browser()
    {
        var visitor = app.Visitor();
        var (_, code) = await KeepAsync(visitor);
        var asked = await visitor.FollowAsync(await visitor.GoAsync("/fr/next-steps/mine"), "Effacer…");
        asked.Main.ShouldContain("Leur code n’ouvrira plus rien");
        (await ResumeAsync(app.Visitor(), code)).Address.ShouldBe("/fr/next-steps/mine", "asking erases nothing");
        var start = await visitor.SubmitAsync(asked.Form("Effacer mes étapes"));
        start.Main.ShouldContain("C’est effacé");
        (await visitor.PeekAsync("/fr/next-steps/mine")).Location.ShouldBe("/fr/next-steps");
        (await ResumeAsync(app.Visitor(), code)).Errors.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_visitor_whose_kept_path_was_erased_elsewhere_keeps_working_in_the_browser()
    {
        var (here, there) = (app.Visitor(), app.Visitor());
        var (steps, code) = await KeepAsync(here);
        var page = await ResumeAsync(there, code);
        await there.SubmitAsync((await there.FollowAsync(page, "Effacer…")).Form("Effacer mes étapes"));
        var mine = await here.GoAsync("/fr/next-steps/mine");
        mine.Main.ShouldContain("Ces étapes ne sont pas enregistrées chez nous.");
        Walk.Steps(await here.SubmitAsync(mine.Form($"Pas pour moi : {steps[0]}"))).ShouldNotContain(steps[0]);
    }

    private Task<int> CountAsync() => app.InScopeAsync(s => s.GetRequiredService<DiapasonDb>().EveryCouncil<SavedPath>().CountAsync());

    internal static async Task<(IReadOnlyList<string> Steps, string Code)> KeepAsync(Visitor visitor)
    {
        var page = await Walk.ToStepsAsync(visitor);
        return (Walk.Steps(page), CodeOf(await visitor.SubmitAsync(page.Form("Garder sous un code"))));
    }

    internal static async Task<Page> ResumeAsync(Visitor visitor, string code)
    {
        var page = await visitor.GoAsync("/fr/next-steps/resume");
        return await visitor.SubmitAsync(page.Form().Fill("Votre code de parcours", code));
    }

    internal static string CodeOf(Page page) => Page.Words(page.Document.QuerySelector(".code-garde")?.TextContent);
}

/// <summary>Alone with its clock, which it moves a year on.</summary>
public sealed class ExpiredPathTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Kept_paths_close_after_a_year_then_erase_themselves()
    {
        var (_, code) = await KeptPathTests.KeepAsync(app.Visitor());
        app.Clock.Advance(SavePath.Kept + TimeSpan.FromHours(1));
        (await KeptPathTests.ResumeAsync(app.Visitor(), code)).Errors.ShouldNotBeEmpty();
        await app.RunJobsAsync("needs.erase-expired-paths");
        (await app.InScopeAsync(s => s.GetRequiredService<DiapasonDb>().EveryCouncil<SavedPath>().CountAsync())).ShouldBe(0);
    }
}

/// <summary>Three tries a minute at codes, as a setting may say.</summary>
public sealed class StrictApp : DiapasonApp
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Diapason:RateLimits:Codes", "3")];
}

public sealed class GuessedCodesTests(StrictApp app) : IClassFixture<StrictApp>
{
    [Fact]
    public async Task Guessing_codes_is_slowed_down()
    {
        var visitor = app.Visitor();
        var page = await visitor.GoAsync("/fr/next-steps/resume");
        for (var i = 0; i < 3; i++) (await visitor.SubmitAndStayAsync(page.Form().Fill("Votre code de parcours", "0000-0000-0000-0000-0"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await visitor.SubmitAndStayAsync(page.Form().Fill("Votre code de parcours", "0000-0000-0000-0000-0"))).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }
}
