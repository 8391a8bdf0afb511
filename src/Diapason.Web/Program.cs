using Diapason.Accounts;
using Diapason.Consultations;
using Diapason.Needs;
using Diapason.Platform.Modules;
using Diapason.Platform.Startup;
using Diapason.Platform.Web;
using Diapason.Studies;
using Diapason.Web.Pages;

// The explicit list of what this installation runs.
IReadOnlyList<IModule> modules = [new AccountsModule(), new ConsultationsModule(), new StudiesModule(), new NeedsModule()];

var builder = WebApplication.CreateBuilder(ProgramFolder.Options(args));
builder.AddPlatform(modules);
builder.Services.AddHostPages();

await using var app = builder.Build();
app.UsePlatform();

if (await app.Services.GetRequiredService<Installation>().PrepareAsync(args, CancellationToken.None) is { } exitCode) return exitCode;
await app.RunAsync();
return 0;
