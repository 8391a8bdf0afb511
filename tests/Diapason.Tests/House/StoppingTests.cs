using System.Diagnostics;
using System.Text;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>What a service manager does: it asks the process to stop, whether it has finished starting or not.</summary>
public sealed class StoppingTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const int Terminated = 143;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("Hosting starting")]
    [InlineData("Now listening on")]
    public async Task Asked_to_stop_the_server_ends_without_a_crash(string moment)
    {
        var (exitCode, output) = await StopAtAsync(moment);
        exitCode.ShouldBeOneOf([0, Terminated], output);
        output.ShouldNotContain("Exception");
    }

    private async Task<(int ExitCode, string Output)> StopAtAsync(string moment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Diapason.Web.dll"), "--urls", "http://127.0.0.1:0"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = app.MailFolder,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__Diapason"] = app.ConnectionString;
        start.Environment["Diapason__Demonstration"] = "false";
        start.Environment["Logging__LogLevel__Default"] = "Debug";
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            var output = new StringBuilder();
            for (var asked = false; await process.StandardOutput.ReadLineAsync(patience.Token) is { } line; output.AppendLine(line))
            {
                if (asked || !line.Contains(moment, StringComparison.Ordinal)) continue;
                using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
                asked = true;
            }

            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, output + await errors);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }
}
