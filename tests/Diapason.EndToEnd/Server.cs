using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Diapason.TestKit;

namespace Diapason.EndToEnd;

/// <summary>The product as people run it: its own process, a real port of the loopback, a database of its own with the demonstration kit.</summary>
public sealed class Server : IAsyncDisposable
{
    private readonly DateTimeOffset? _moment;
    private readonly string[] _kits;
    private readonly string _folder = Directory.CreateTempSubdirectory("diapason-server-").FullName;
    private Process? _process;
    private TestDatabase? _database;
    private bool _isBeside;

    public Server()
        : this(null)
    {
    }

    /// <summary>A server whose clock starts at a moment, with these kits besides the demonstration's, in this order.</summary>
    internal Server(DateTimeOffset? moment, params string[] kits)
    {
        (_moment, _kits) = (moment, kits);
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
    }

    public Uri Address { get; }

    /// <summary>A database of its own in the PostgreSQL server of <c>DIAPASON_TEST_POSTGRES</c> when there is one, else a file.</summary>
    public string ConnectionString => _database?.ConnectionString ?? throw new InvalidOperationException("It was never started.");

    public bool IsPostgres => TestDatabase.IsPostgres;

    public static string Repository
    {
        get
        {
            for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
                if (File.Exists(Path.Combine(folder, "Diapason.slnx"))) return folder;
            throw new InvalidOperationException("The tests do not run inside the repository.");
        }
    }

    /// <summary>Another machine on the same database, which goes with the first.</summary>
    internal Server Beside() => new() { _database = _database, _isBeside = true, Settings = Settings };

    /// <summary>What else it is told by its environment.</summary>
    internal IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public async Task StartAsync()
    {
        _database ??= await TestDatabase.EmptyAsync();
        foreach (var kit in _kits)
        {
            using var loading = Start("load-kit", Path.Combine(Repository, kit));
            await loading.WaitForExitAsync();
            if (loading.ExitCode != 0) throw new InvalidOperationException($"The kit {kit} was refused.");
        }

        _process = Start("--urls", Address.ToString());
        await WaitUntilReadyAsync();
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Path.Combine(Repository, "src", "Diapason.Web"), UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "Diapason.Web.dll"))) start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__Diapason"] = ConnectionString;
        start.Environment["Diapason__Demonstration__Password"] = DiapasonApp.Password;
        start.Environment["Diapason__Mail__Folder"] = Path.Combine(_folder, "mails");
        foreach (var (name, value) in Settings) start.Environment[name] = value;
        if (_moment is { } moment) start.Environment["Diapason__DaysAhead"] = (moment - TimeProvider.System.GetUtcNow()).TotalDays.ToString("F6", CultureInfo.InvariantCulture);
        foreach (var limit in new[] { "SignIn", "Codes", "Submissions" }) start.Environment[$"Diapason__RateLimits__{limit}"] = "100000";
        var process = Process.Start(start)!;
        // Read, or the process would stop on a full pipe.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Ends the process at once, as a power cut would: nothing is flushed, nobody is told.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    private async Task WaitUntilReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = Address };
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(5);)
        {
            try
            {
                using var response = await client.GetAsync("/health/ready");
                if (response.StatusCode == HttpStatusCode.OK) return;
            }
            catch (HttpRequestException) when (!_process!.HasExited)
            {
                await Task.Delay(100);
            }
        }

        throw new TimeoutException("The server did not become ready in five minutes.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false }) await KillAsync();
        _process?.Dispose();
        if (_database is not null && !_isBeside) await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
