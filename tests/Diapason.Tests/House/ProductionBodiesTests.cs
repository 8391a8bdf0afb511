using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>Strange and slow bodies on a true socket, outside Development: right statuses, a page that says so, and nothing of what was sent in the logs.</summary>
public sealed class ProductionBodiesTests(ProductionServer server) : IClassFixture<ProductionServer>
{
    private const int Bodies = 200;
    private const string Mark = "Wqzjxkv8842";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static readonly string[] Addresses =
    [
        "/fr/consultation/ia-2026", "/fr/consultation/ia-2026/p/situation", "/en/consultation/ia-2026/check", "/fr/consultation/ia-2026/withdraw", "/fr/consultation/resume", "/fr/consultation/receipts", "/en/account/sign-in",
        "/fr/account/link", "/fr/next-steps", "/fr/next-steps/words", "/en/next-steps/resume", "/fr/search", "/fr/coverage", "/fr/council/settings", "/en/manage/consultations", "/fr/manage/machine", "/fr/notebook/empty", "/fr/portrait", "/fr/privacy", "/fr/nowhere",
    ];

    [Fact]
    public async Task No_body_breaks_the_published_program_or_is_written_in_its_log()
    {
        using var client = server.Client();
        var (token, cookie) = await TokenAsync(client);
        var draw = new FuzzedBody(new Random(20261201), token, Mark);
        var (failures, statuses) = (new List<string>(), new HashSet<int>());
        for (var i = 0; i < Bodies; i++)
        {
            var address = Addresses[i % Addresses.Length];
            using var request = draw.Next(address);
            request.Headers.TryAddWithoutValidation("Cookie", cookie);
            using var response = await client.SendAsync(request, Cancel);
            var html = await response.Content.ReadAsStringAsync(Cancel);
            statuses.Add((int)response.StatusCode);
            if (response.StatusCode >= HttpStatusCode.InternalServerError || html.Contains("Exception", StringComparison.Ordinal)) failures.Add($"{i} {address} {(int)response.StatusCode} {draw.Last}");
        }

        failures.ShouldBeEmpty();
        statuses.Count.ShouldBeGreaterThan(3);
        server.Said.Length.ShouldBeGreaterThan(100_000, "the log was talkative");
        server.Said.Split('\n').Where(line => line.Contains(Mark, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        Regex.Matches(server.Said, "^(?:fail|crit):.*", RegexOptions.Multiline).Select(line => line.Value).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_body_that_stops_on_its_way_is_told_408_by_a_page()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(server.Address.Host, server.Address.Port, Cancel);
        await using var stream = socket.GetStream();
        var head = $"POST /fr/consultation/resume HTTP/1.1\r\nHost: {server.Address.Authority}\r\nX-Forwarded-Proto: https\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\ncode={Mark}slow";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), Cancel);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // Kestrel gives five seconds of grace, then asks for 240 bytes a second; it closes the connection itself.
        var answer = await reader.ReadToEndAsync(Cancel).WaitAsync(TimeSpan.FromMinutes(3), Cancel);
        answer.ShouldStartWith("HTTP/1.1 408 ");
        answer.ShouldContain("La connexion est trop lente");
        answer.ShouldNotContain("Exception");
        answer.ShouldNotContain(Mark);
        server.Said.ShouldNotContain(Mark + "slow");
        Regex.Matches(server.Said, "^(?:fail|crit):.*", RegexOptions.Multiline).Select(line => line.Value).ShouldBeEmpty();
    }

    private static async Task<(string Token, string Cookie)> TokenAsync(HttpClient client)
    {
        using var page = await client.GetAsync("/fr/account/sign-in", Cancel);
        var html = await page.Content.ReadAsStringAsync(Cancel);
        page.StatusCode.ShouldBe(HttpStatusCode.OK, html);
        var token = Regex.Match(html, "name=\"?__RequestVerificationToken\"?[^>]*value=\"?(?<token>[^\" >]+)").Groups["token"].Value;
        token.Length.ShouldBeGreaterThan(50);
        return (token, string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(one => one.Split(';')[0])));
    }
}
