using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Diapason.TestKit;
using Diapason.Tests.Consultations;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>Two thousand bodies and queries drawn from one seed, sent to every page by somebody who is answering: none is a failure of ours, and no log holds what was sent.</summary>
public sealed class FuzzedBodiesTests(LogsTests.Talkative app) : IClassFixture<LogsTests.Talkative>
{
    private const int Bodies = 2_000;

    /// <summary>In every body, and nowhere else.</summary>
    private const string Mark = "Zqxjkv7731";

    [Fact]
    public async Task No_body_breaks_a_page_or_is_written_in_a_log()
    {
        using var watch = new Watch();
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(watch);
        var visitor = app.Visitor();
        var draft = await visitor.BeginAndAnswerAsync();
        var token = (await visitor.GoAsync("/fr/account/sign-in")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var draw = new FuzzedBody(new Random(20261130), token, Mark);
        var addresses = Addresses(draft.Address);
        addresses.Count.ShouldBeGreaterThan(50);
        var failures = new List<string>();
        for (var i = 0; i < Bodies; i++)
        {
            var address = addresses[i % addresses.Count];
            using var request = draw.Next(address);
            using var response = await visitor.Client.SendAsync(request, TestContext.Current.CancellationToken);
            var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (response.StatusCode >= HttpStatusCode.InternalServerError || html.Contains("Exception", StringComparison.Ordinal) || html.Contains("Failed to read", StringComparison.Ordinal)) failures.Add($"{i} {address} {(int)response.StatusCode} {draw.Last}");
        }

        failures.ShouldBeEmpty();
        watch.Heard.ShouldBeGreaterThan(Bodies, "the log was listened to");
        watch.Lines.ShouldBeEmpty();
        watch.Errors.ShouldBeEmpty("what a sender did wrong is no failure of ours");
        (await app.Visitor().BeginAsync()).Main.ShouldContain("Continuer");
    }

    /// <summary>Every page, in either language, its parameters filled with something that is there or is not.</summary>
    private List<string> Addresses(string draft) =>
    [
        draft,
        .. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => e.RoutePattern.RawText!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select((template, i) => (i % 2 == 0 ? "/fr/" : "/en/") + Fill(template)),
    ];

    private static string Fill(string template) => Regex.Replace(template.TrimStart('/'), @"\{(?<name>\w+)[^}]*\}", match => match.Groups["name"].Value switch
    {
        "slug" or "campaign" => "ia-2026",
        "step" => "situation",
        "id" => "0f8fad5b-d9cb-469f-a165-70867728950e",
        _ => "1",
    });

    /// <summary>Counts what is logged, and keeps the lines that hold the mark.</summary>
    private sealed class Watch : ILoggerProvider, ILogger
    {
        private int _heard;

        public int Heard => _heard;

        public ConcurrentQueue<string> Lines { get; } = new();

        public ConcurrentQueue<string> Errors { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Interlocked.Increment(ref _heard);
            var line = $"{formatter(state, exception)} {exception}";
            if (line.Contains(Mark, StringComparison.OrdinalIgnoreCase)) Lines.Enqueue(line);
            if (logLevel >= LogLevel.Error) Errors.Enqueue(line);
        }

        public void Dispose()
        {
        }
    }
}

/// <summary>One strange post after another: content types, charsets, escapes, parts and names that no browser sends, and some that one does.</summary>
internal sealed class FuzzedBody(Random random, string token, string mark)
{
    private static readonly string[] Names =
    [
        "status", "role", "act", "code", "Email", "Password", "Code", "__RequestVerificationToken", "-shown", "-touched", "a[b]", "a.b.c", "", " ", "é", "\0", "handler", "Id", "consent", "Input.Name", "%", "status.other", "a[", "a[[b", "[]", "returnUrl", "selon", "page",
    ];

    private static readonly string[] Types =
    [
        "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-8", "application/x-www-form-urlencoded; charset=utf-16", "application/x-www-form-urlencoded;charset=\"utf-8",
        "APPLICATION/X-WWW-FORM-URLENCODED", "application/x-www-form-urlencoded; charset=iso-8859-1", "application/x-www-form-urlencoded; boundary=x", "multipart/form-data", "multipart/form-data; boundary=x",
        "multipart/form-data; boundary=\"x\"; charset=utf-7", "multipart/mixed; boundary=x", "application/json", "application/json; charset=utf-16", "text/plain", "text/html", "application/xml", "application/octet-stream",
        "*/*", "a", ";", "multipart/form-data; boundary=" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    ];

    /// <summary>What the last one was, to find it again.</summary>
    public string Last { get; private set; } = "";

    public HttpRequestMessage Next(string address)
    {
        var type = random.Next(3) == 0 ? Types[0] : Types[random.Next(Types.Length)];
        var bytes = Body(type);
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        var request = new HttpRequestMessage(random.Next(10) == 0 ? HttpMethod.Get : HttpMethod.Post, address + Query()) { Content = content };
        // Half of them pass the first gate, whatever their type.
        if (random.Next(2) == 0) request.Headers.TryAddWithoutValidation("RequestVerificationToken", token);
        if (random.Next(8) == 0) request.Headers.TryAddWithoutValidation("Accept-Language", $"{mark}, fr;q=x");
        Last = $"{type} {Convert.ToHexString(bytes.AsSpan(0, Math.Min(120, bytes.Length)))}";
        return request;
    }

    private string Query() => random.Next(4) > 0 ? "" : $"?{Encoding.ASCII.GetString(Escaped(Names[random.Next(Names.Length)]))}={Encoding.ASCII.GetString(Escaped(Encoding.UTF8.GetString(Value())))}";

    private byte[] Body(string type) => random.Next(10) switch
    {
        0 => Noise(random.Next(400)),
        1 => Encoding.UTF8.GetBytes(mark),
        2 => Encoding.Unicode.GetBytes($"a={mark}&b"),
        3 => Encoding.UTF8.GetBytes("{\"a\":[" + new string('[', random.Next(200)) + $"\"{mark}\"}}"),
        _ when type.StartsWith("multipart", StringComparison.OrdinalIgnoreCase) => Parts(),
        _ => Fields(),
    };

    private byte[] Fields()
    {
        var body = new List<byte>();
        for (var n = random.Next(random.Next(20) == 0 ? 1500 : 12); n >= 0; n--)
        {
            if (body.Count > 0) body.Add((byte)"&;&&"[random.Next(4)]);
            body.AddRange(Escaped(Names[random.Next(Names.Length)]));
            if (random.Next(8) > 0) body.Add((byte)'=');
            body.AddRange(Value());
        }

        return [.. body];
    }

    private byte[] Parts()
    {
        var body = new List<byte>();
        for (var n = random.Next(5); n >= 0; n--)
        {
            body.AddRange(Encoding.UTF8.GetBytes($"--x\r\nContent-Disposition: {(random.Next(5) == 0 ? "attachment" : "form-data")}; name=\"{Names[random.Next(Names.Length)]}\"{(random.Next(3) == 0 ? $"; filename=\"{mark}.csv\"" : "")}\r\n"));
            if (random.Next(3) == 0) body.AddRange(Encoding.UTF8.GetBytes("Content-Type: text/plain; charset=utf-7\r\n"));
            if (random.Next(9) > 0) body.AddRange("\r\n"u8);
            body.AddRange(Value());
            body.AddRange("\r\n"u8);
        }

        if (random.Next(3) > 0) body.AddRange("--x--\r\n"u8);
        return [.. body];
    }

    private byte[] Value() => random.Next(9) switch
    {
        0 => [],
        1 => [.. Encoding.UTF8.GetBytes(mark), 0xC3, 0x28, 0xFF, 0xFE],
        2 => Encoding.UTF8.GetBytes($"{mark}%zz%u0041%C0%AF%ED%A0%80"),
        3 => Encoding.UTF8.GetBytes(mark + new string('é', random.Next(3000))),
        4 => [.. Encoding.UTF8.GetBytes(mark), 0],
        5 => Encoding.UTF8.GetBytes($"{{\"{mark}\":[\"{mark}\"]}}"),
        6 => Encoding.UTF8.GetBytes($"=cmd|'/c {mark}'!A1"),
        7 => Escaped(token),
        _ => Encoding.UTF8.GetBytes($"{mark} {random.Next()}"),
    };

    private byte[] Noise(int length)
    {
        var noise = new byte[length];
        random.NextBytes(noise);
        return [.. noise, .. Encoding.UTF8.GetBytes(mark)];
    }

    private static byte[] Escaped(string text) => Encoding.ASCII.GetBytes(Uri.EscapeDataString(text));
}
