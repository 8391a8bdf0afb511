using Diapason.Forms;
using Diapason.Needs.Reference;
using Diapason.Platform.Kits;
using Diapason.Text;
using Diapason.Yaml;

namespace Diapason.Needs.Kit;

/// <summary>Checks variables and codes against the questionnaire of the kit. A kit without one is taken at its word.</summary>
internal sealed class MeaningCheck(YamlReading reading, Questionnaire? questionnaire)
{
    private const string File = "questionnaire.yaml";

    /// <summary>Null when there is none, or one that its own module refuses.</summary>
    public static Questionnaire? Questionnaire(KitFolder folder) =>
        folder.Has(File) && folder.Read(File, new KitProblems()) is { } text ? QuestionnaireReader.Read(text, File).Questionnaire : null;

    /// <summary>Every code these variables can hold; none, after a report, when one is not asked or is not a choice.</summary>
    public IReadOnlySet<string> Codes(YamlNode at, IReadOnlyList<string> variables)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var unknown = variables.Where(variable => !Gather(variable, codes)).ToList();
        if (questionnaire is null || unknown.Count == 0) return codes;
        foreach (var variable in unknown) reading.Report(at, "needs.unknown_variable", ("variable", variable));
        return new HashSet<string>();
    }

    /// <summary>Every code of the variables named after items. Some items may not be asked about; if none is, the name is wrong.</summary>
    public IReadOnlySet<string> CodesOfItems(YamlNode at, string variable, IReadOnlyList<string> items)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        if (variable.Length == 0) return codes;
        if (!variable.Contains(AnswersReading.Place, StringComparison.Ordinal)) reading.Report(at, "needs.no_place", ("variable", variable), ("place", AnswersReading.Place));
        else if (!GatherAll(variable, items, codes) && questionnaire is not null) reading.Report(at, "needs.unknown_variable", ("variable", variable));
        return codes;
    }

    /// <summary>Reports the codes that no option of these variables has.</summary>
    public void Known(IEnumerable<(string Code, YamlNode At)> codes, IReadOnlySet<string> asked, IReadOnlyList<string> variables)
    {
        if (questionnaire is null || asked.Count == 0) return;
        foreach (var (code, at) in codes.Where(c => !asked.Contains(c.Code))) reading.Report(at, "needs.unknown_answer", ("code", code), ("variable", string.Join(", ", variables)));
    }

    /// <summary>What a person reads beside each choice of these variables, by <see cref="AnswersReading.Said"/>.</summary>
    public IReadOnlyDictionary<string, LocalizedText> Labels(IReadOnlyList<string> variables)
    {
        var labels = new Dictionary<string, LocalizedText>(StringComparer.Ordinal);
        foreach (var variable in variables)
            foreach (var option in questionnaire?.FindVariable(variable)?.Options ?? [])
                labels[AnswersReading.Said(variable, option.Code)] = option.Label.Typeset();
        return labels;
    }

    /// <summary>What a person reads of each item of these variables, by variable; those that are not asked are left out.</summary>
    public IReadOnlyDictionary<string, LocalizedText> Items(IReadOnlyList<string> variables) =>
        variables.Distinct().Select(variable => questionnaire?.FindVariable(variable)).OfType<Variable>().ToDictionary(found => found.Code, found => found.Label.Typeset(), StringComparer.Ordinal);

    private bool GatherAll(string variable, IReadOnlyList<string> items, HashSet<string> codes)
    {
        var found = false;
        foreach (var item in items) found |= Gather(variable.Replace(AnswersReading.Place, item, StringComparison.Ordinal), codes);
        return found;
    }

    private bool Gather(string variable, HashSet<string> codes)
    {
        if (questionnaire?.FindVariable(variable) is not { Options.Count: > 0 } found) return false;
        codes.UnionWith(found.Options.Select(o => o.Code));
        return true;
    }
}
