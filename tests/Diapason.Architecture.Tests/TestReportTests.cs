using System.Diagnostics;
using System.Text;
using Shouldly;
using Xunit;

namespace Diapason.Architecture.Tests;

/// <summary>What <c>make test</c> prints of its results, on results stored in <c>Results</c>: written by the runner, shortened, paths changed.</summary>
public sealed class TestReportTests
{
    [Fact]
    public async Task Prints_every_failed_test_every_error_of_the_runner_and_every_skipped_test()
    {
        var (code, said) = await ReportAsync("all");
        code.ShouldBe(1);
        said.ShouldContain("samples: A.Fails\nShouldly.ShouldAssertException");
        said.ShouldContain("lines ]]> here\n   at A.Fails() in /source/tests/T.cs:line 9");
        said.ShouldContain("samples: A.Named(s: \\\"a > b\\\")\nAssert.Equal() Failure: Strings differ", customMessage: "a name with a greater-than sign");
        said.ShouldContain("samples: UsesBadFix.Never\nClass fixture type 'BadFix' threw in its constructor\n---- System.Exception : fixture ctor \\x01 control\n   at BadFix..ctor()", customMessage: "the stack begins with an empty line");
        said.ShouldContain("samples: test-class-cleanup A\nClass fixture type 'Fx' threw in Dispose\n---- System.InvalidOperationException : class fixture says <no> & ]]> bye\n   at Fx.Dispose()");
        said.ShouldContain("samples: test-collection-cleanup c\n");
        said.ShouldContain("former: F.Fails\na < b\n   at F.Fails() in /source/tests/F.cs:line 7", customMessage: "as former runners wrote it");
        said.ShouldContain("samples: A.SkippedLater\nno database here\nsecond line\n");
        said.ShouldContain("samples: A.Skipped\nnot here > \\\"there\\\"\n");
        said.ShouldEndWith("2 passed, 7 failed, 2 skipped\n");
    }

    [Fact]
    public async Task Reads_results_cut_short_and_says_that_the_runner_did_not_finish()
    {
        var (code, said) = await ReportAsync("unfinished");
        code.ShouldBe(1);
        said.ShouldContain("samples: A.Named(s: \\\"a > b\\\")\n");
        said.ShouldContain("samples: it did not finish (exit code 139); its last lines:\n  Discovering: Samples\n  Fatal error. System.AccessViolationException\n");
    }

    [Fact]
    public async Task Prints_the_last_words_of_a_runner_that_left_no_results()
    {
        var (code, said) = await ReportAsync("absent");
        code.ShouldBe(1);
        said.ShouldContain("samples: it did not finish (exit code 134); its last lines:\n  line 21\n");
        said.ShouldNotContain("line 20\n");
        said.ShouldEndWith("  Unhandled exception. Out of memory\n\n0 passed, 1 failed, 0 skipped\n");
    }

    [Fact]
    public async Task Counts_a_runner_that_says_it_failed_where_its_results_do_not()
    {
        var (code, said) = await ReportAsync("silent");
        code.ShouldBe(1);
        said.ShouldBe("Failed, each with its message and where:\nsamples: its results do not say what failed (exit code 3); its last lines:\n  Fatal error while stopping\n\n1 passed, 1 failed, 0 skipped\n");
    }

    [Fact]
    public async Task Says_only_how_many_passed_when_all_did() => (await ReportAsync("passing")).ShouldBe((0, "1 passed, 0 failed, 0 skipped\n"));

    private static async Task<(int Code, string Said)> ReportAsync(string results)
    {
        var start = new ProcessStartInfo("perl") { RedirectStandardOutput = true, UseShellExecute = false, StandardOutputEncoding = Encoding.UTF8 };
        start.ArgumentList.Add(Path.Combine(Product.Root, "eng", "report.pl"));
        start.ArgumentList.Add(Path.Combine(Product.Root, "tests", "Diapason.Architecture.Tests", "Results", results));
        using var report = Process.Start(start)!;
        var said = await report.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await report.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (report.ExitCode, said);
    }
}
