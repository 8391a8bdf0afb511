using System.Diagnostics;
using System.Text.RegularExpressions;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

/// <summary>What an operator runs from the command line, as a process of its own on the database of the tests.</summary>
public sealed partial class OperatorTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private readonly Dictionary<string, string?> _environment = new(StringComparer.Ordinal) { ["LC_ALL"] = "fr_CA.UTF-8" };
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Refuses_to_start_outside_Development_while_demonstration_accounts_exist()
    {
        var (exitCode, output) = await RunAsync("Production", "--urls", "http://127.0.0.1:0");
        exitCode.ShouldBe(3, output);
        output.ShouldContain("demonstration accounts");
    }

    [Theory]
    [InlineData("Production", "180", "demonstration accounts")]
    [InlineData("Development", "six months", "Diapason:DaysAhead is a number of days")]
    public async Task A_clock_that_was_moved_is_for_development_and_a_number_of_days(string environment, string days, string reason)
    {
        _environment["Diapason__DaysAhead"] = days;
        _environment["Diapason__Demonstration"] = "false";
        var (exitCode, output) = await RunAsync(environment, "--urls", "http://127.0.0.1:0");
        exitCode.ShouldBe(3, output);
        output.ShouldContain(reason);
    }

    /// <summary>Even who may do everything writes nothing there.</summary>
    [Theory]
    [InlineData("Data Source=/proc/diapason/diapason.db")]
    [InlineData("Data Source=/dev/null/diapason.db")]
    [InlineData("Data Source=/proc/version")]
    [InlineData("Host=127.0.0.1;Port=1;Database=diapason;Username=diapason;Password=Zqxjkv7731;Timeout=2")]
    public async Task A_database_that_cannot_be_opened_or_written_stops_the_start_with_a_sentence(string database)
    {
        _environment["ConnectionStrings__Diapason"] = database;
        foreach (var arguments in new[] { new[] { "--urls", "http://127.0.0.1:0" }, ["load-kit", app.MailFolder] })
        {
            var (exitCode, output) = await RunAsync("Production", arguments);
            exitCode.ShouldBe(3, output);
            output.ShouldContain(arguments[0] == "load-kit" || !database.EndsWith("diapason.db", StringComparison.Ordinal) ? "Not starting: the database cannot be opened or written" : "Not starting: there is no database of Diapason");
            output.ShouldNotContain("   at ");
            output.ShouldNotContain("Zqxjkv7731");
        }
    }

    [Theory]
    [InlineData("--urls", "http://127.0.0.1:0")]
    [InlineData("create-administrator", "someone@ailleurs.example", "culture")]
    [InlineData("reset-second-step", "someone@ailleurs.example", null)]
    public async Task Makes_no_database_where_there_is_none_and_says_how_one_begins(string first, string second, string? third = null)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("diapason-none-").FullName, "diapason.db");
        _environment["ConnectionStrings__Diapason"] = $"Data Source={file}";
        var (exitCode, output) = await RunAsync("Production", [first, second, .. third is null ? Array.Empty<string>() : [third]]);
        exitCode.ShouldBe(3, output);
        output.ShouldContain($"there is no database of Diapason in {file}");
        output.ShouldContain("load-kit");
        File.Exists(file).ShouldBeFalse();
    }

    [Fact]
    public async Task A_kit_begins_an_installation_whose_file_nobody_else_reads()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("diapason-new-").FullName, "here", "diapason.db");
        _environment["ConnectionStrings__Diapason"] = $"Data Source={file}";
        var (exitCode, output) = await RunAsync("Production", "load-kit", Needs.DemonstrationKit.Folder);
        exitCode.ShouldBe(0, output);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Theory]
    [InlineData("ConnectionStrings__Diapason", "garbage Zqxjkv7731")]
    [InlineData("ConnectionStrings__Diapason", "Data Sorce=Zqxjkv7731.db")]
    [InlineData("ConnectionStrings__Diapason", "Host=127.0.0.1;Databse=diapason;Password=Zqxjkv7731")]
    [InlineData("Diapason__KnownProxies", "Zqxjkv7731")]
    [InlineData("Diapason__Without", "Zqxjkv7731")]
    [InlineData("Diapason__SecondFactorRoles", "Zqxjkv7731")]
    [InlineData("Diapason__RateLimits__SignIn", "Zqxjkv7731")]
    [InlineData("Diapason__FreshSignInMinutes", "0")]
    [InlineData("Diapason__PublicAddress", "Zqxjkv7731")]
    [InlineData("Diapason__Backup__Recipients", "Zqxjkv7731")]
    [InlineData("Diapason__Backup__Folder", "/Zqxjkv7731")]
    [InlineData("ASPNETCORE_URLS", "Zqxjkv7731")]
    public async Task A_setting_that_says_nothing_stops_the_start_with_its_name_and_without_its_value(string setting, string value)
    {
        (_environment["Diapason__Demonstration"], _environment["ASPNETCORE_URLS"], _environment[setting]) = ("false", "http://127.0.0.1:0", value);
        var (exitCode, output) = await RunAsync("Development");
        exitCode.ShouldBe(3, output);
        output.ShouldContain(setting);
        output.ShouldNotContain("   at ");
        output.ShouldNotContain("Zqxjkv7731");
    }

    [Fact]
    public async Task An_address_that_another_program_has_stops_the_start_with_a_sentence()
    {
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        _environment["Diapason__Demonstration"] = "false";
        var (exitCode, output) = await RunAsync("Development", "--urls", $"http://{other.LocalEndpoint}");
        exitCode.ShouldBe(3, output);
        output.ShouldContain("another program listens");
    }

    [Fact]
    public async Task A_link_and_a_second_step_taken_away_on_the_server_are_in_the_trail()
    {
        const string Email = "administrator@rivage.example";
        (await RunAsync("Production", "create-administrator", Email, "rivage")).ExitCode.ShouldBe(0);
        var administrator = app.Visitor();
        await administrator.SignInAsync(Email, address: "/fr/c/rivage/account/sign-in");
        await SecondStepTests.TieAsync(app, administrator, await administrator.GoAsync("/fr/c/rivage/account/telephone"));
        var (exitCode, output) = await RunAsync("Production", "reset-second-step", Email);
        exitCode.ShouldBe(0, output);
        var again = app.Visitor();
        await again.SignInAsync(Email, address: "/fr/c/rivage/account/sign-in");
        var trail = (await again.GoAsync("/fr/c/rivage/council/audit-trail")).Main;
        trail.ShouldContain("Lien de connexion fait sur le serveur");
        trail.ShouldContain("Deuxième étape retirée");
    }

    [Fact]
    public async Task Names_an_administrator_by_a_link_and_writes_the_address_in_no_log()
    {
        const string Email = "operatrice@ailleurs.example";
        var (exitCode, output) = await RunAsync("Production", "create-administrator", Email, "rivage");
        exitCode.ShouldBe(0, output);
        output.ShouldNotContain(Email);
        var link = Link().Match(output).Value;
        link.ShouldNotBeEmpty();
        var visitor = app.Visitor();
        // The command goes by the machine's clock, later than the application's: the link is still good there.
        var page = await visitor.SubmitAsync((await visitor.GoAsync(link)).Form(), "Me connecter");
        page.Address.ShouldBe("/fr/c/rivage/backstage");
        page.Html.ShouldContain("Conseil des compétences du Rivage");
        (await visitor.GoAsync("/fr/c/rivage/council/members")).Main.ShouldContain(Email);
        (await visitor.GoAsync("/fr/c/rivage/council/audit-trail")).Main.ShouldContain("Ligne de commande");
    }

    [Theory]
    [InlineData(1, "personne@ailleurs.example", "nulle-part")]
    [InlineData(2, "pas une adresse", "rivage")]
    public async Task Refuses_an_unknown_council_or_an_address_that_is_none(int expected, string email, string council) =>
        (await RunAsync("Production", "create-administrator", email, council)).ExitCode.ShouldBe(expected);

    [Fact]
    public async Task Says_that_a_kit_already_loaded_changes_nothing()
    {
        var (exitCode, output) = await RunAsync("Production", "load-kit", Needs.DemonstrationKit.Folder);
        exitCode.ShouldBe(0, output);
        output.ShouldContain("rien à changer");
    }

    [Theory]
    [InlineData("fr_CA.UTF-8", null, "kit.yaml : le fichier manque dans le dossier de la trousse. [kit.file_missing]", "Trousse refusée")]
    [InlineData("en_CA.UTF-8", null, "kit.yaml: the file is missing from the kit’s folder. [kit.file_missing]", "Kit refused")]
    [InlineData("C", null, "kit.yaml : le fichier manque dans le dossier de la trousse. [kit.file_missing]", "Trousse refusée")]
    [InlineData("C", "en", "kit.yaml: the file is missing from the kit’s folder. [kit.file_missing]", "Kit refused")]
    public async Task Says_why_a_kit_is_refused_in_the_language_of_the_machine_or_of_the_setting(string machine, string? setting, string reason, string end)
    {
        _environment["LC_ALL"] = machine;
        if (setting is not null) _environment["Diapason__Language"] = setting;
        var (exitCode, output) = await RunAsync("Production", "load-kit", app.MailFolder);
        exitCode.ShouldBe(1, output);
        Page.Words(output).ShouldContain(reason);
        output.ShouldContain(end);
    }

    private async Task<(int ExitCode, string Output)> RunAsync(string environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Diapason.Web.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = app.MailFolder,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["ConnectionStrings__Diapason"] = app.ConnectionString;
        start.Environment["Logging__LogLevel__Default"] = "Debug";
        foreach (var (name, value) in _environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    [GeneratedRegex(@"/fr/c/rivage/account/link\?code=\S+")]
    private static partial Regex Link();
}
