using Diapason.Platform.Kits;
using Diapason.Platform.Language;

namespace Diapason.Platform.Startup;

internal sealed class LoadKitVerb(LoadKit load, KitSentences sentences, Texts<LoadKitVerb> texts) : ICommandVerb
{
    private const string DryRun = "--dry-run";
    private const string ReplaceEdited = "--replace-edited";

    public string Verb => "load-kit";

    public bool MakesDatabase => true;

    public string Help => "load-kit [--dry-run] [--replace-edited] FOLDER: loads a kit in one transaction, or says what is wrong with it; with --dry-run, says what it would do and keeps nothing; with --replace-edited, what the council changed on its own pages gives way too";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        var manner = new KitManner(arguments.Contains(DryRun), arguments.Contains(ReplaceEdited));
        if (arguments.Where(argument => argument is not (DryRun or ReplaceEdited)).ToList() is not [var folder]) return 2;
        switch (await load.RunAsync(folder, manner, cancel))
        {
            case KitOutcome.Loaded loaded:
                Console.WriteLine(texts[manner.IsRehearsal ? "kit.would_load" : "kit.loaded", loaded.Kit.Code, loaded.Kit.Version]);
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
