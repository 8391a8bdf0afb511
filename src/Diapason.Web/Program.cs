using Diapason.Platform.Startup;
using Diapason.Platform.Web;
using Diapason.Web;
using Diapason.Web.Pages;

try
{
    var builder = WebApplication.CreateBuilder(ProgramFolder.Options(args));
    VerbLogs.Apply(builder.Logging, args);
    builder.AddPlatform(HouseModules.All);
    builder.Services.AddHostPages();

    await using var app = builder.Build();
    app.UsePlatform();

    if (await app.Services.GetRequiredService<Installation>().PrepareAsync(args, CancellationToken.None) is { } exitCode) return exitCode;
    await app.RunAsync();
    return 0;
}
catch (Exception failure) when (StartFailure.Sentence(failure) is { } sentence)
{
    Console.Error.WriteLine($"Not starting: {sentence}");
    return StartFailure.ExitCode;
}
