using Diapason.Platform.Kits;
using Diapason.Platform.Language;

namespace Diapason.Platform.Startup;

internal sealed class LoadKitVerb(LoadKit load, KitSentences sentences, Texts<LoadKitVerb> texts) : ICommandVerb
{
    public string Verb => "load-kit";

    public string Help => "load-kit FOLDER: loads a kit in one transaction, or says what is wrong with it";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        if (arguments is not [var folder]) return 2;
        switch (await load.RunAsync(folder, cancel))
        {
            case KitOutcome.Loaded loaded:
                Console.WriteLine(texts["kit.loaded", loaded.Kit.Code, loaded.Kit.Version]);
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
