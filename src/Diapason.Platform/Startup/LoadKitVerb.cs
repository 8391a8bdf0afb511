using Diapason.Platform.Kits;

namespace Diapason.Platform.Startup;

internal sealed class LoadKitVerb(LoadKit load) : ICommandVerb
{
    public string Verb => "load-kit";

    public string Help => "load-kit FOLDER: loads a kit in one transaction, or says what is wrong with it";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        if (arguments is not [var folder]) return 2;
        switch (await load.RunAsync(folder, cancel))
        {
            case KitOutcome.Loaded loaded:
                Console.WriteLine($"Kit {loaded.Kit.Code} {loaded.Kit.Version}:");
                foreach (var line in loaded.Done) Console.WriteLine($"  {line}");
                if (loaded.Done.Count == 0) Console.WriteLine("  already loaded, nothing to change");
                return 0;
            case KitOutcome.Refused refused:
                foreach (var problem in refused.Problems) Console.Error.WriteLine(problem);
                Console.Error.WriteLine($"{refused.Problems.Count} problem(s), nothing loaded.");
                return 1;
            default:
                return 1;
        }
    }
}
