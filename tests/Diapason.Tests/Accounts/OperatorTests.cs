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
            output.ShouldContain("Not starting: the database cannot be opened or written.");
            output.ShouldNotContain("   at ");
            output.ShouldNotContain("Zqxjkv7731");
        }
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
