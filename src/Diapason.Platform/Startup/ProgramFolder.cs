using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Diapason.Platform.Startup;

/// <summary>
/// Where the program's own files are: beside it once published, whatever folder it is started from. Without its style sheet the site would answer
/// pages that nobody can use, so it does not start.
/// </summary>
public static class ProgramFolder
{
    private const string Assets = "wwwroot";
    private const string Stylesheet = "_content/Diapason.Design/lib/diapason.css";

    /// <summary>The host's options for these arguments.</summary>
    public static WebApplicationOptions Options(string[] arguments) => new()
    {
        Args = arguments,
        ContentRootPath = Directory.Exists(Path.Combine(AppContext.BaseDirectory, Assets)) ? AppContext.BaseDirectory : null,
    };

    internal sealed class Check(IWebHostEnvironment environment) : IStartupCheck
    {
        public Task<string?> RefusalAsync(CancellationToken cancel) => Task.FromResult(environment.WebRootFileProvider.GetFileInfo(Stylesheet) is { Exists: true, Length: > 0 }
            ? null
            : $"the style sheet is not in {environment.WebRootPath ?? Assets}. Start the published program, or run it in Development from its project.");
    }
}
