using System.Diagnostics;
using System.Text;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>The published program finds its own files whatever folder it is started from, and does not start without them.</summary>
public sealed class ProgramFolderTests(DiapasonApp app) : IClassFixture<DiapasonApp>, IDisposable
{
    private const string Sheet = "_content/Diapason.Design/lib/diapason.css";
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly string _program = Directory.CreateTempSubdirectory("diapason-program-").FullName;

    [Fact]
    public async Task Started_from_another_folder_it_serves_its_style_sheet()
    {
        Publish();
        using var process = Start();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            var output = new StringBuilder();
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                output.AppendLine(line);
                if (!line.Contains(Listening, StringComparison.Ordinal)) continue;
                using var client = new HttpClient { BaseAddress = new Uri(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..].Trim()) };
                (await client.GetStringAsync("/" + Sheet, patience.Token)).ShouldBe(await File.ReadAllTextAsync(Path.Combine(_program, "wwwroot", Sheet), patience.Token));
                return;
            }

            throw new InvalidOperationException($"It never listened. {output} {await errors}");
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task Without_its_style_sheet_it_does_not_start_and_says_so()
    {
        Publish();
        Directory.Delete(Path.Combine(_program, "wwwroot"), recursive: true);
        using var process = Start();
        using var patience = new CancellationTokenSource(Patience);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        await process.WaitForExitAsync(patience.Token);
        process.ExitCode.ShouldBe(3);
        (await output + await errors).ShouldContain("Not starting: the style sheet is not in ");
        (await output).ShouldNotContain(Listening);
    }

    public void Dispose() => Directory.Delete(_program, recursive: true);

    /// <summary>What <c>dotnet publish</c> lays out: the program and the files it serves, in one folder; nothing that knows of the sources.</summary>
    private void Publish()
    {
        foreach (var file in Directory.EnumerateFileSystemEntries(AppContext.BaseDirectory))
        {
            var (name, here) = (Path.GetFileName(file), Path.Combine(_program, Path.GetFileName(file)));
            if (name.EndsWith(".staticwebassets.runtime.json", StringComparison.Ordinal) || name == "wwwroot") continue;
            // A linked program would be found where the link leads.
            if (name.StartsWith("Diapason.Web.", StringComparison.Ordinal)) File.Copy(file, here);
            else File.CreateSymbolicLink(here, file);
        }

        foreach (var assets in new[] { "src", Path.Combine("src", "Modules") }.SelectMany(folder => Directory.EnumerateDirectories(Path.Combine(Repository(), folder))))
        {
            var root = Path.Combine(assets, "wwwroot");
            if (!Directory.Exists(root)) continue;
            foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
            {
                var name = Path.GetFileName(assets);
                var here = Path.Combine(_program, "wwwroot", "_content", name.StartsWith("Diapason.", StringComparison.Ordinal) ? name : "Diapason." + name, Path.GetRelativePath(root, file));
                Directory.CreateDirectory(Path.GetDirectoryName(here)!);
                File.Copy(file, here);
            }
        }
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Diapason.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(_program, "Diapason.Web.dll"), "--urls", "http://127.0.0.1:0"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        // Elsewhere the database of the tests, which holds demonstration accounts, would be refused first.
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__Diapason"] = app.ConnectionString;
        start.Environment["Diapason__Demonstration"] = "false";
        start.Environment["Logging__LogLevel__Default"] = "Information";
        return Process.Start(start)!;
    }
}
