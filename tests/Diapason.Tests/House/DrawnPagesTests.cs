using System.Net;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>A page that is the same for everyone is drawn once a second: nobody sees what was before a write, nor what is another's.</summary>
public sealed class DrawnPagesTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    /// <summary>The machine's own second may end between two requests: asked again until it did not.</summary>
    private const int Tries = 200;

    [Theory]
    [InlineData("/fr/")]
    [InlineData("/en/privacy")]
    [InlineData("/fr/programme")]
    [InlineData("/fr/portrait")]
    [InlineData("/fr/help")]
    public async Task It_is_given_again_to_who_comes_without_a_cookie(string address)
    {
        var first = await (await GivenAgainAsync(address)).Content.ReadAsStringAsync();
        first.ShouldContain("</html>");
        (await app.Visitor().GoAsync(address)).Html.ShouldBe(first);
    }

    [Fact]
    public async Task A_write_is_seen_at_once()
    {
        foreach (var words in new[] { "Première promesse", "Deuxième promesse", "Troisième promesse" })
        {
            await GivenAgainAsync("/fr/c/rivage/");
            await app.InScopeAsync(async services =>
            {
                var db = services.GetRequiredService<DiapasonDb>();
                var council = await db.Set<Council>().SingleAsync(c => c.Slug == "rivage");
                council.Settings = council.Settings with { Words = council.Settings.Words with { Promise = Text.LocalizedText.Of(("fr", words), ("en", words)) } };
                return await db.SaveChangesAsync();
            });
            app.Services.GetRequiredService<CouncilDirectory>().Refresh();
            (await app.Visitor().GoAsync("/fr/c/rivage/")).Main.ShouldContain(words);
        }
    }

    [Fact]
    public async Task The_hour_that_passes_is_seen_at_once()
    {
        await using var later = new DiapasonApp();
        await later.InitializeAsync();
        (await later.Visitor().GoAsync("/fr/")).Main.ShouldNotContain("Consultation terminée");
        later.Clock.Advance(TimeSpan.FromDays(400));
        (await later.Visitor().GoAsync("/fr/")).Main.ShouldContain("Consultation terminée");
    }

    [Fact]
    public async Task Who_has_a_cookie_has_a_page_of_their_own()
    {
        await GivenAgainAsync("/fr/");
        var visitor = await app.SignedInAsync("administrator@culture.example");
        (await visitor.GoAsync("/fr/")).Main.ShouldNotBeEmpty();
        (await visitor.GoAsync("/fr/")).Html.ShouldContain("/fr/backstage");
        (await app.Visitor().GoAsync("/fr/")).Html.ShouldNotContain("/fr/backstage\"");
    }

    [Theory]
    [InlineData("/fr/search?q=droit")]
    [InlineData("/fr/consultation/ia-2026")]
    [InlineData("/fr/notebook")]
    [InlineData("/fr/next-steps")]
    public async Task What_is_not_said_to_be_the_same_is_never_given_again(string address)
    {
        for (var i = 0; i < 5; i++)
        {
            using var response = await app.Visitor().Client.GetAsync(address);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            response.Headers.Age.ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("", null)]
    public async Task Each_has_the_compression_they_read(string accepts, string? expected)
    {
        (await GivenAgainAsync("/fr/privacy", accepts)).Content.Headers.ContentEncoding.FirstOrDefault().ShouldBe(expected);
        (await GivenAgainAsync("/fr/privacy", accepts)).Content.Headers.ContentEncoding.FirstOrDefault().ShouldBe(expected);
    }

    /// <summary>Until it comes from what was drawn before, which its age says.</summary>
    private async Task<HttpResponseMessage> GivenAgainAsync(string address, string? accepts = null)
    {
        for (var i = 0; i < Tries; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (accepts is { Length: > 0 }) request.Headers.TryAddWithoutValidation("Accept-Encoding", accepts);
            var response = await app.Visitor().Client.SendAsync(request);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            if (response.Headers.Age is not null) return response;
        }

        throw new InvalidOperationException($"{address} was drawn {Tries} times");
    }
}
