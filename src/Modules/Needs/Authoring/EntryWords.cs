using System.Globalization;
using Diapason.Needs.Pages.NextSteps;
using Diapason.Needs.Reference;
using Diapason.Platform.Language;
using Diapason.Text;

namespace Diapason.Needs.Authoring;

/// <summary>Names the fields of an entry, says what they hold, and what is wrong with them, in the reader's language.</summary>
internal sealed class EntryWords(Texts<NeedsModule> texts, StepWords steps)
{
    /// <summary>« Titre (anglais) ».</summary>
    public string Label(string field, NeedsReference reference)
    {
        if (field.StartsWith(EntrySheet.Develops, StringComparison.Ordinal)) return reference.Framework.Competency(field[EntrySheet.Develops.Length..])?.Short.Here ?? field;
        if (field.Split('.') is ["documents", var place, var language])
            return texts["offer.document_in", int.Parse(place, CultureInfo.InvariantCulture) + 1, Languages.NameOf(language)];
        var cut = field.LastIndexOf('.');
        if (cut > 0 && EntrySheet.Said.Contains(field[..cut])) return texts["offer.in_language", texts["offer.field." + field[..cut]], Languages.NameOf(field[(cut + 1)..])];
        return texts.Has("offer.field." + field) ? texts["offer.field." + field] : field;
    }

    /// <summary>A value as people read it: a code by its name, a day in letters.</summary>
    public string Value(string field, string value, NeedsReference reference)
    {
        if (value.Length == 0) return texts["offer.nothing"];
        if (field.StartsWith(EntrySheet.Develops, StringComparison.Ordinal)) return Levels(value, reference.Framework);
        return field switch
        {
            "kind" => steps.Kind(Enum.GetValues<OfferKind>().FirstOrDefault(kind => SnakeCase.Of(kind) == value), reference.Framework),
            "minutes" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? steps.Duration(minutes) : value,
            "amount" => Dollars(value) is { } dollars ? ActWords.Amount((int)(dollars * 100)) : value,
            "format" => texts["format." + value],
            "phase" => texts["phase." + value],
            "price" => reference.Offer.Prices.FirstOrDefault(p => p.Code == value)?.Name.Here ?? value,
            "team" or "users" or "online" or "withdrawn" => texts["offer.yes"],
            "languages" => string.Join(texts["step.kind_separator"], value.Split(' ').Select(Languages.NameOf)),
            "access" => string.Join(texts["step.kind_separator"], value.Split(' ').Select(word => texts.Has("access." + word) ? texts["access." + word] : word)),
            "review" or "dates" => string.Join(texts["act.day_separator"], value.Split(' ').Select(InWords)),
            _ when EntrySheet.Lists.Contains(field) => string.Join(texts["step.kind_separator"], value.Split(' ').Select(code => NameOf(field, code, reference))),
            _ => value,
        };
    }

    /// <summary>An amount as the reader types it: 50,25 in French.</summary>
    public static string Typed(string amount) => Dollars(amount) is { } ? amount.Replace(".", CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator, StringComparison.Ordinal) : amount;

    /// <summary>What is wrong, with the name of its field: a list of errors is read away from the fields.</summary>
    public string WrongAt(OfferFault fault, NeedsReference reference) =>
        fault.Field is null || fault.Code == JudgeSheets.NoWayToAct ? Wrong(fault) : At(fault.Field, Wrong(fault), reference);

    /// <summary>« Titre (anglais) : écrivez ce texte. »</summary>
    public string At(string field, string sentence, NeedsReference reference) => $"{texts["manage.label", Label(field, reference)]} {StepWords.Inside(sentence)}";

    public string Wrong(OfferFault fault)
    {
        var sentence = texts["offer.wrong." + fault.Code.Split('.')[^1]];
        foreach (var (name, value) in fault.Facts) sentence = sentence.Replace($"{{{name}}}", string.Create(CultureInfo.CurrentCulture, $"{value}"), StringComparison.Ordinal);
        return sentence;
    }

    /// <summary>« De « Pas encore » à « Je débute » ».</summary>
    public string Levels(string fromTo, Framework framework) =>
        fromTo.Split('-') is [var from, var to] && Level(from, framework) is { } low && Level(to, framework) is { } high ? texts["need.from_to", low, high].TrimEnd('.') : fromTo;

    private static string? Level(string number, Framework framework) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level < framework.Levels.Count ? framework.Levels[level].Here : null;

    private static decimal? Dollars(string amount) => decimal.TryParse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var dollars) && dollars < 1_000_000 ? dollars : null;

    private static string InWords(string day) => DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? LocalDates.Of(date) : day;

    private static LocalizedText? Named(CodedAnswer? fact, string code, NeedsReference reference) =>
        fact is null ? null : reference.Answers!.Named(fact).FirstOrDefault(named => named.Code == code).Name;

    private static string NameOf(string list, string code, NeedsReference reference) => (list switch
    {
        "answers" => reference.Framework.Obstacle(code)?.Name,
        "suits.status" => reference.Framework.Statuses.FirstOrDefault(s => s.Code == code)?.Name,
        "suits.links" => reference.Quick.Link.Option(code)?.Name,
        "helps" or "suits.tasks" => reference.Quick.Task.Option(code)?.Name,
        "suits.regions" => Named(reference.Answers?.Region, code, reference),
        "suits.disciplines" => Named(reference.Answers?.Discipline, code, reference),
        "suits.goals" => reference.Quick.Goal.Option(code)?.Name,
        _ => null,
    })?.Here ?? code;
}
