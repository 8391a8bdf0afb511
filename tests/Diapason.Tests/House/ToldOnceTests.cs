using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Consultations;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>That something is done is said to who did it, once; a link that says so says nothing.</summary>
public sealed class ToldOnceTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task No_address_says_by_itself_that_something_is_done()
    {
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var campaign = $"/fr/manage/consultations/{(await app.CampaignAsync()).Id}";
        string[] pages =
        [
            .. new[] { "planned", "opened", "extended", "closed", "promised", "given", "reopened" }.Select(done => $"{campaign}?done={done}"),
            .. new[] { "brought", "begun", "written", "days", "destroyed" }.Select(done => $"{campaign}/invitations?done={done}"),
            .. new[] { "added", "saved", "retired", "put_back", "imported" }.Select(done => $"{campaign}/links?done={done}&name=x&added=3&changed=2"),
            "/fr/council/settings?done=saved", "/fr/council/members?done=changed", "/fr/council/members?done=removed", "/fr/council/members?done=reset", "/fr/council/organisations?done=renamed",
            "/fr/account?done=password", "/fr/account?done=email", "/fr/account?done=name", "/fr/account/sessions?done=others", "/fr/account/email?done=asked",
            "/fr/manage/offer?done=withdrawn", "/fr/manage/offer/file?done=imported", "/fr/manage/questionnaires?done=version", "/fr/manage/questionnaires?done=words", "/fr/manage/consultations?done=placed",
            "/fr/coverage?done=published", "/fr/notebook?done=forgotten", "/fr/consultation/ia-2026?done=forgotten",
        ];
        foreach (var address in pages)
        {
            var page = await administrator.GoAsync(address);
            ((int)page.Status).ShouldBe(200, address);
            page.Document.QuerySelectorAll("main .avis.reussite, main [role=status] p").Select(told => Page.Words(told.TextContent)).Where(told => told.Length > 0).ShouldBeEmpty(address);
            page.Main.ShouldBe((await administrator.GoAsync(address.Split('?')[0])).Main, address);
        }
    }

    [Fact]
    public async Task Who_did_it_is_told_once_and_not_when_the_page_is_loaded_again()
    {
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var extend = await administrator.GoAsync($"/fr/manage/consultations/{(await app.CampaignAsync()).Id}/extend");
        var told = await administrator.SubmitAsync(extend.Form("Prolonger la campagne").Fill("Dernier jour", "2027-03-20"), "Prolonger la campagne");
        told.Main.ShouldContain("La campagne est prolongée.");
        (await administrator.GoAsync(told.Address)).Main.ShouldNotContain("La campagne est prolongée.");
        (await (await app.SignedInAsync(AccountsVisits.Administrator)).GoAsync(told.Address)).Main.ShouldNotContain("La campagne est prolongée.");
    }
}
