using System.Diagnostics;
using System.Net;

namespace Diapason.Load.LimeSurvey;

/// <summary>One person from consent to the last page, with a cookie jar and a connection of their own, as in <c>bench/load</c>.</summary>
internal sealed class Respondent(Settings settings, Tally tally, Random random, TimeSpan pace)
{
    public async Task AnswerAsync(CancellationToken end)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, MaxConnectionsPerServer = 1, CookieContainer = new CookieContainer() };
        using var http = new HttpClient(handler) { BaseAddress = settings.Url };
        try
        {
            var page = await StartAsync(http);
            while (page is not null && !end.IsCancellationRequested)
            {
                var started = Stopwatch.GetTimestamp();
                page = await AnswerAsync(http, page);
                if (pace > TimeSpan.Zero && pace - Stopwatch.GetElapsedTime(started) is { } rest && rest > TimeSpan.Zero) await Task.Delay(rest, CancellationToken.None);
            }
        }
        catch (HttpRequestException failed)
        {
            tally.CountUnexpected(failed.HttpRequestError.ToString());
        }
    }

    private async Task<QuestionPage?> StartAsync(HttpClient http)
    {
        var started = Stopwatch.GetTimestamp();
        using var response = await http.GetAsync(new Uri($"/{settings.Campaign}?newtest=Y&lang=fr", UriKind.Relative));
        var html = await response.Content.ReadAsStringAsync();
        tally.Shows.Add(Stopwatch.GetElapsedTime(started));
        if (response.StatusCode == HttpStatusCode.OK && QuestionPage.Read(html) is { } page) return page;
        tally.CountUnexpected($"first page {(int)response.StatusCode}");
        return null;
    }

    // The server answers a posted page with the next one: one request where ours are two, and nothing between to refresh safely.
    private async Task<QuestionPage?> AnswerAsync(HttpClient http, QuestionPage page)
    {
        using var content = new FormUrlEncodedContent(page.Fill(random));
        var started = Stopwatch.GetTimestamp();
        using var response = await http.PostAsync(new Uri($"/{settings.Campaign}", UriKind.Relative), content);
        var html = await response.Content.ReadAsStringAsync();
        tally.Saves.Add(Stopwatch.GetElapsedTime(started));
        var next = QuestionPage.Read(html);
        var isEnd = page.IsLast && next is null && html.Contains("completed", StringComparison.Ordinal);
        if (response.StatusCode != HttpStatusCode.OK || (!isEnd && (next is null || next.Step <= page.Step)))
        {
            tally.CountUnexpected($"page {page.Step} {(int)response.StatusCode}");
            return null;
        }

        tally.CountPage();
        if (isEnd) tally.CountSent();
        return next;
    }
}
