using Diapason.Platform.Jobs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Diapason.TestKit;

/// <summary>
/// The whole product in memory on a fresh database with the demonstration kit: a class fixture. Antiforgery, cookies and policies are on, as in
/// production; only the rate limits are raised (a test of a limit sets its own through <see cref="Settings"/>), and jobs run when a test says so.
/// </summary>
public class DiapasonApp : IAsyncLifetime
{
    /// <summary>Password of every demonstration account.</summary>
    public const string Password = "demonstration-2026";

    private readonly Dictionary<string, string?> _settings = new(StringComparer.Ordinal)
    {
        ["Diapason:Demonstration:Password"] = Password,
        ["Diapason:RateLimits:SignIn"] = "100000",
        ["Diapason:RateLimits:Codes"] = "100000",
        ["Diapason:RateLimits:Submissions"] = "100000",
    };

    private readonly bool _ownsDatabase;
    private TestDatabase? _database;
    private WebApplicationFactory<Program>? _factory;

    public DiapasonApp() => _ownsDatabase = true;

    internal DiapasonApp(TestDatabase database) => _database = database;

    /// <summary>A second server on the same database, to be started and stopped by its caller.</summary>
    public DiapasonApp Beside() => new(_database!);

    /// <summary>Stopped at a moment of the demonstration campaign.</summary>
    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 15, 0, 0, TimeSpan.Zero));

    /// <summary>Where this application's mails land.</summary>
    public string MailFolder { get; } = Directory.CreateTempSubdirectory("diapason-mails-").FullName;

    public IServiceProvider Services => _factory!.Services;

    public string ConnectionString => _database!.ConnectionString;

    /// <summary>Settings a derived fixture adds before the application starts.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string?>> Settings => [];

    protected virtual string Environment => "Development";

    /// <summary>By which its visitors come.</summary>
    protected virtual Uri Address => new("http://localhost");

    /// <summary>Services a derived fixture adds, such as something that looks at answers.</summary>
    protected virtual void Add(IServiceCollection services)
    {
    }

    /// <summary>The database it starts on, when it is its own.</summary>
    protected virtual Task<TestDatabase> NewDatabaseAsync() => TestDatabase.WithKitAsync();

    public async ValueTask InitializeAsync()
    {
        _database ??= await NewDatabaseAsync();
        _settings["ConnectionStrings:Diapason"] = _database.ConnectionString;
        _settings["Diapason:Mail:Folder"] = MailFolder;
        foreach (var (key, value) in Settings) _settings[key] = value;
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment(Environment);
            // Unpublished, the style sheet is found so in every environment.
            host.UseStaticWebAssets();
            foreach (var (key, value) in _settings) host.UseSetting(key, value);
            host.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
            host.ConfigureServices(services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
                // Beside a test it would handle the mail or the draft that the test is about to look at.
                services.Remove(services.Single(s => s.ImplementationType == typeof(JobRunner)));
                Add(services);
            });
        });
        _ = _factory.Server;
    }

    /// <summary>Somebody with an empty cookie jar who does not follow redirects unless asked.</summary>
    public Visitor Visitor()
    {
        var cookies = new CookieContainerHandler();
        var client = _factory!.CreateDefaultClient(Address, cookies, new Ear(this));
        // What every browser says of a form or a link of the site itself.
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return new Visitor(client) { Jar = cookies.Container };
    }

    /// <summary>Told of every cookie that is written.</summary>
    protected Action<string>? Heard { get; set; }

    /// <summary>Runs something with scoped services, such as a use case or a query.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> run)
    {
        await using var scope = Services.CreateAsyncScope();
        return await run(scope.ServiceProvider);
    }

    /// <summary>Runs every job whose name begins so, once, whether it is due or not, each in a scope of its own.</summary>
    public async Task RunJobsAsync(string names = "")
    {
        var due = await InScopeAsync(services => Task.FromResult(services.GetServices<IJob>().Select(j => j.Name).Where(n => n.StartsWith(names, StringComparison.Ordinal)).ToList()));
        if (due.Count == 0) throw new InvalidOperationException($"No job is called {names}.");
        foreach (var name in due)
            await InScopeAsync(async services =>
            {
                await services.GetServices<IJob>().Single(j => j.Name == name).RunAsync(CancellationToken.None);
                return true;
            });
    }

    public async ValueTask DisposeAsync()
    {
        if (_factory is not null) await _factory.DisposeAsync();
        if (_ownsDatabase && _database is not null)
        {
            if (!TestDatabase.IsPostgres) SqliteConnection.ClearAllPools();
            await _database.DisposeAsync();
        }

        Directory.Delete(MailFolder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private sealed class Ear(DiapasonApp app) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (app.Heard is { } heard && response.Headers.TryGetValues("Set-Cookie", out var cookies)) foreach (var cookie in cookies) heard(cookie);
            return response;
        }
    }
}
