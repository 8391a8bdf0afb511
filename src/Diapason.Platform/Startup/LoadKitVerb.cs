using Diapason.Platform.Kits;
using Diapason.Platform.Language;

namespace Diapason.Platform.Startup;

internal sealed class LoadKitVerb(LoadKit load, KitSentences sentences, Texts<LoadKitVerb> texts) : ICommandVerb
{
    private const string DryRun = "--dry-run";

    public string Verb => "load-kit";

    public string Help => "load-kit [--dry-run] FOLDER: loads a kit in one transaction, or says what is wrong with it; with --dry-run, says what it would do and keeps nothing";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        var rehearses = arguments.Contains(DryRun);
        if (arguments.Where(argument => argument != DryRun).ToList() is not [var folder]) return 2;
        switch (rehearses ? await load.RehearseAsync(folder, cancel) : await load.RunAsync(folder, cancel))
        {
            case KitOutcome.Loaded loaded:
                Console.WriteLine(texts[rehearses ? "kit.would_load" : "kit.loaded", loaded.Kit.Code, loaded.Kit.Version]);
                foreach (var line in loaded.Done) Console.WriteLine($"  {line}");
                if (loaded.Done.Count == 0) Console.WriteLine($"  {texts["kit.unchanged"]}");
                return 0;
            case KitOutcome.Refused refused:
                foreach (var problem in refused.Problems) Console.Error.WriteLine(sentences.Of(problem));
                Console.Error.WriteLine(texts["kit.refused", refused.Problems.Count]);
                return 1;
            default:
                return 1;
        }
    }
}
