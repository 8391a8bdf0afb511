using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Diapason.TestKit;
using Diapason.Tests.Studies;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>The program as it is published, alone with its socket, in Production, with the demonstration kit: a process of its own, which tells all it can on its output.</summary>
public sealed class ProductionServer : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly StringBuilder _said = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("diapason-production-").FullName;
    private TestDatabase _database = null!;
    private Process? _process;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>All it has written so far.</summary>
    public string Said
    {
        get
        {
            lock (_said) return _said.ToString();
        }
    }

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.WithTablesAsync();
        // What publishing puts beside the program, as far as it looks for it.
        var sheet = Path.Combine(_folder, "wwwroot", "_content/Diapason.Design/lib/diapason.css");
        Directory.CreateDirectory(Path.GetDirectoryName(sheet)!);
        await File.WriteAllTextAsync(sheet, "body{}", TestContext.Current.CancellationToken);
        using (var load = Start("load-kit", KitStudy.Folder)) await load.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        _process = Start("--urls", "http://127.0.0.1:0");
        var started = Stopwatch.GetTimestamp();
        Match listening;
        while (!(listening = Regex.Match(Said, @"Now listening on: (?<at>http://127\.0\.0\.1:\d+)")).Success && Stopwatch.GetElapsedTime(started) < Patience && !_process.HasExited) await Task.Delay(100);
        Address = listening.Success ? new Uri(listening.Groups["at"].Value) : throw new InvalidOperationException(Said);
    }

    /// <summary>A client whose proxy says that it came by https, and which keeps no cookie by itself.</summary>
    public HttpClient Client()
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false }) _process.Kill();
        _process?.Dispose();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Diapason.Web.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ConnectionStrings__Diapason"] = _database.ConnectionString;
        start.Environment["Diapason__PublicAddress"] = "https://consultation.example.org";
        start.Environment["Diapason__RateLimits__Submissions"] = "100000";
        start.Environment["Diapason__RateLimits__Codes"] = "100000";
        start.Environment["Diapason__RateLimits__SignIn"] = "100000";
        start.Environment["Logging__LogLevel__Default"] = "Debug";
        start.Environment["Logging__LogLevel__Microsoft"] = "Debug";
        var process = Process.Start(start)!;
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        lock (_said) _said.AppendLine(line.Data);
    }
}
