using System.Diagnostics;
using System.Net;

namespace Diapason.Load;

/// <summary>One person from consent to receipt, with a cookie jar and a connection of their own.</summary>
internal sealed class Respondent(Settings settings, FormCache forms, Tally tally, Random random, TimeSpan pace)
{
    private readonly CookieContainer _cookies = new();
    private Person? _person;

    public async Task AnswerAsync(CancellationToken end)
    {
        // Behind a proxy that speaks TLS, as in production: the cookies are secure ones, so the jar is asked in https.
        using var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 1 };
        using var http = new HttpClient(handler) { BaseAddress = settings.Url };
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        // Everybody at home: an address each, of the range kept for examples of benchmarks (RFC 2544).
        http.DefaultRequestHeaders.Add("X-Forwarded-For", $"198.18.{random.Next(256)}.{random.Next(1, 255)}");
        var path = $"/fr/consultation/{settings.Campaign}";
        try
        {
            var html = await ShowAsync(http, path);
            while (html is not null && !end.IsCancellationRequested)
            {
                var started = Stopwatch.GetTimestamp();
                if (await SaveAsync(http, path, html) is not { } next) return;
                if (next.EndsWith("/receipt", StringComparison.Ordinal)) return;
                html = await ShowAsync(http, path = next);
                if (html is not null) tally.CountPage();
                if (pace > TimeSpan.Zero && pace - Stopwatch.GetElapsedTime(started) is { } rest && rest > TimeSpan.Zero) await Task.Delay(rest, CancellationToken.None);
            }
        }
        catch (HttpRequestException failed)
        {
            tally.CountUnexpected(failed.HttpRequestError.ToString());
        }
    }

    private async Task<string?> ShowAsync(HttpClient http, string path)
    {
        var started = Stopwatch.GetTimestamp();
        using var request = Request(HttpMethod.Get, path, null);
        using var response = await http.SendAsync(request);
        KeepCookies(response);
        var html = await response.Content.ReadAsStringAsync();
        tally.Shows.Add(Stopwatch.GetElapsedTime(started));
        if (response.StatusCode == HttpStatusCode.OK) return html;
        tally.CountUnexpected($"GET {path} {(int)response.StatusCode}");
        return null;
    }

    private async Task<string?> SaveAsync(HttpClient http, string path, string html)
    {
        var answers = forms.Controls(path, html).Select(c => KeyValuePair.Create(c.Name, c.Values[random.Next(c.Values.Count)])).ToList();
        var fields = new List<KeyValuePair<string, string>>(answers) { new("__RequestVerificationToken", FormCache.Token(html)) };
        if (FormCache.Sealed(html) is { } given) fields.Add(new("code", given));
        if (_person is null && FormCache.Code(html) is { } code) tally.People.Add(_person = new Person(code));
        var started = Stopwatch.GetTimestamp();
        using var content = new FormUrlEncodedContent(fields);
        using var request = Request(HttpMethod.Post, path, content);
        using var response = await http.SendAsync(request);
        KeepCookies(response);
        tally.Saves.Add(Stopwatch.GetElapsedTime(started));
        if (response.StatusCode != HttpStatusCode.SeeOther || response.Headers.Location is not { } next)
        {
            tally.CountUnexpected($"POST {path} {(int)response.StatusCode}");
            return null;
        }

        if (_person is { } person) Acknowledge(person, answers, next.OriginalString);
        else if (answers.Exists(answer => answer.Key != "consent")) tally.CountUnexpected("no code on a page of questions");
        return next.OriginalString;
    }

    private void Acknowledge(Person person, List<KeyValuePair<string, string>> answers, string next)
    {
        foreach (var (name, value) in answers) person.Acknowledged[name] = value;
        if (!next.EndsWith("/receipt", StringComparison.Ordinal)) return;
        person.IsSent = true;
        tally.CountSent();
    }

    private Uri Jar => new("https://" + settings.Url.Host);

    private HttpRequestMessage Request(HttpMethod method, string path, HttpContent? content)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        if (_cookies.GetCookieHeader(Jar) is { Length: > 0 } cookies) request.Headers.Add("Cookie", cookies);
        return request;
    }

    private void KeepCookies(HttpResponseMessage response)
    {
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var cookie in set) _cookies.SetCookies(Jar, cookie);
    }
}
