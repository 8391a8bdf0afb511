using System.Net;
using AngleSharp.Dom;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Consultations.Invitations;
using Shouldly;
using Xunit;
using Page = Diapason.TestKit.Page;

namespace Diapason.Tests.Consultations;

/// <summary>No page of a campaign written in the editor offers a link that its reader is refused, or that leads nowhere: planned, open and closed, as each role.</summary>
public sealed class NoDeadEndTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Officer = "rfc@culture.example";

    [Theory]
    [InlineData("anonyme", null)]
    [InlineData("confidentielle", "Confidentiel")]
    [InlineData("nominative", "Nominatif")]
    public async Task Every_link_of_a_campaign_opens_to_whoever_is_shown_it(string slug, string? promise)
    {
        var officer = await app.SignedInAsync(Officer);
        var address = (await CampaignRightsTests.PrepareAsync(officer, slug)).Address.Split('?')[0];
        var id = Guid.Parse(address.Split('/')[^1]);
        await WalkAsync(address, "planned");
        if (promise is not null) await officer.PromiseAsync(id, promise);
        await officer.OpenAsync(id);
        if (promise is not null)
        {
            await officer.BringAsync(id, slug, 12);
            await officer.SendAsync(id, "Invitation");
            await app.SendMailsAsync(12);
            await AnswerAsync(app.LinkOf(Inviting.Person(slug, 1), slug));
        }

        await WalkAsync(address, "open");
        await officer.SubmitAsync((await officer.GoAsync(address + "/close")).Form("Fermer la campagne"), "Fermer la campagne");
        await WalkAsync(address, "closed");
    }

    /// <summary>Every page of the campaign from its first one, and every link that stands on them.</summary>
    private async Task WalkAsync(string campaign, string state)
    {
        foreach (var role in new[] { AccountsVisits.Administrator, AccountsVisits.Analyst, Officer })
        {
            var visitor = await app.SignedInAsync(role);
            var (seen, waiting) = (new HashSet<string>(StringComparer.Ordinal) { campaign }, new Queue<string>([campaign]));
            while (waiting.TryDequeue(out var next))
            {
                var page = await visitor.GoAsync(next);
                page.Status.ShouldBe(HttpStatusCode.OK, $"{state}, {role}: {next}");
                // Pages elsewhere are opened, and followed no further.
                if (!next.StartsWith(campaign, StringComparison.Ordinal)) continue;
                foreach (var link in page.Document.QuerySelectorAll("main a[href]").Where(a => !a.HasAttribute("download")).Select(Address).OfType<string>())
                    if (seen.Add(link)) waiting.Enqueue(link);
                foreach (var file in page.Document.QuerySelectorAll("main a[href][download]").Select(Address).OfType<string>().Where(seen.Add))
                    (await visitor.PeekAsync(file)).Status.ShouldBe(HttpStatusCode.OK, $"{state}, {role}: {file}");
            }

            seen.Count.ShouldBeGreaterThan(5);
        }
    }

    private static string? Address(IElement link) => link.GetAttribute("href")!.Split('#')[0] is { Length: > 0 } href && href[0] == '/' && !href.StartsWith("/_content", StringComparison.Ordinal) ? href : null;

    private async Task AnswerAsync(string link)
    {
        var person = app.Visitor();
        var page = await person.SubmitAsync((await person.GoAsync(link)).Form("Commencer").Choose(Answering.Agree), "Commencer");
        var check = await person.ContinueAsync(page.Form("Continuer").Choose("Oui"));
        await person.SubmitAsync(check.Form("Envoyer mes réponses"), "Envoyer mes réponses");
    }
}
