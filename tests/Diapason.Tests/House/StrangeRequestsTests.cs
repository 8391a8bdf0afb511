using System.Net;
using System.Text;
using Diapason.TestKit;
using Diapason.Tests.Consultations;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>Requests no browser sends: each has the status that says what is wrong and a page in the reader's language, never a failure of ours, never a false page.</summary>
public sealed class StrangeRequestsTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    public static TheoryData<string, string> Unreadable => new()
    {
        { "application/x-www-form-urlencoded; charset=utf-7", "a=b" },
        { "application/x-www-form-urlencoded; charset=UNICODE-1-1-UTF-7", "a=b" },
        { "application/x-www-form-urlencoded; charset=\"", "a=b" },
        { "application/x-www-form-urlencoded; charset=nothing", "a=b" },
        { "application/x-www-form-urlencoded; charset=utf-7", "" },
        { "application/x-www-form-urlencoded", "a=%zz&%" },
        { "application/x-www-form-urlencoded", new string('a', 5000) },
        { "multipart/form-data", "a=b" },
        { "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\nb\r\n--x--\r\n" },
        { "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nno end" },
        { "multipart/form-data; boundary=\"\"", "b" },
        { "application/json; charset=utf-7", "{}" },
        { "text/plain", "a=b" },
        { ";", "a=b" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task A_form_that_cannot_be_read_is_a_bad_request(string type, string body)
    {
        var visitor = app.Visitor();
        foreach (var address in new[] { "/fr/account/sign-in", "/fr/portrait", "/en/c/rivage/next-steps/quick", "/fr/consultation/ia-2026", "/fr/nowhere" })
        {
            var (status, html) = await PostAsync(visitor, address, type, body);
            ((int)status).ShouldBeInRange(400, 415, address);
            html.ShouldContain(address.StartsWith("/en", StringComparison.Ordinal) ? "lang=\"en-CA\"" : "lang=\"fr-CA\"", customMessage: address);
            html.ShouldNotContain("Exception");
        }
    }

    [Theory]
    [InlineData("/fr/portrait")]
    [InlineData("/fr/portraits")]
    [InlineData("/fr/programme")]
    [InlineData("/fr/help")]
    [InlineData("/fr/next-steps/offer/opt-out")]
    [InlineData("/fr/consultation/ia-2026/receipt")]
    [InlineData("/fr/search")]
    [InlineData("/fr/notebook")]
    [InlineData("/fr/notebook?handler=Nope")]
    public async Task A_page_that_takes_no_form_says_so(string address)
    {
        var visitor = app.Visitor();
        var token = (await visitor.GoAsync("/fr/account/sign-in")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var response = await visitor.Client.PostAsync(address, form, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["GET", "HEAD"], ignoreOrder: true);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("lang=\"fr-CA\"");
    }

    [Theory]
    [InlineData("language-xx")]
    [InlineData("language-zz0")]
    [InlineData("language-")]
    public async Task A_language_that_the_council_does_not_offer_is_not_followed(string act)
    {
        var visitor = app.Visitor();
        var page = await visitor.BeginAsync();
        var answer = await visitor.SubmitAndStayAsync(page.Form("Continuer").Forge("act", act));
        answer.Location.ShouldNotBeNull().ShouldStartWith("/fr/consultation/");
    }

    [Fact]
    public async Task Nobody_starts_with_a_code_of_their_choice()
    {
        var first = app.Visitor();
        var code = (await first.GoAsync((await first.BeginAsync()).Address)).Code();
        code.ShouldNotBeEmpty();
        var second = app.Visitor();
        var start = await second.GoAsync("/fr/consultation/ia-2026");
        var begun = await second.SubmitAsync(start.Form("Commencer").Choose(Answering.Agree).Forge("code", code), "Commencer");
        begun.Code().ShouldNotBe(code);
    }

    [Fact]
    public async Task What_a_request_says_is_not_compressed_with_a_code()
    {
        var visitor = app.Visitor();
        var page = await visitor.BeginAsync();
        foreach (var address in new[] { page.Address, "/fr/notebook", "/fr/consultation/ia-2026/saved" })
        {
            (await EncodingAsync(visitor, address)).ShouldBe("br", address);
            (await EncodingAsync(visitor, address + "?zz=repeated")).ShouldBeNull(address);
        }

        (await EncodingAsync(visitor, "/fr/portrait?selon=region")).ShouldBe("br", "it holds no code, and everybody's is the same");
        foreach (var echo in new[] { "/fr/zz-repeated", "/fr/consultation/zz-repeated", "/fr/consultation/zz-repeated/saved", "/fr/c/zz-repeated/notebook" })
            (await EncodingAsync(visitor, echo, HttpStatusCode.NotFound)).ShouldBeNull("its links repeat the path: " + echo);
    }

    [Fact]
    public async Task The_other_language_keeps_the_code_of_a_link_that_was_mailed() =>
        (await app.Visitor().GoAsync("/fr/account/link?code=7KQ2")).Document.QuerySelector("header a[lang=en]")!.GetAttribute("href").ShouldBe("/en/account/link?code=7KQ2");

    private static async Task<string?> EncodingAsync(Visitor visitor, string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");
        using var response = await visitor.Client.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(status, address);
        return response.Content.Headers.ContentEncoding.SingleOrDefault();
    }

    private static async Task<(HttpStatusCode Status, string Html)> PostAsync(Visitor visitor, string address, string type, string body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await visitor.Client.PostAsync(address, content, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
