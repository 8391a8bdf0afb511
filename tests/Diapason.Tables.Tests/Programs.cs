using System.Diagnostics;
using Shouldly;

namespace Diapason.Tables.Tests;

/// <summary>Other programs of the machine, which read and write the same files.</summary>
internal static class Programs
{
    /// <summary>What the program says when all went well, without a warning.</summary>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        var (told, failed) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await told + await failed);
        (await failed).ShouldNotContain("warning");
        return await told;
    }
}
