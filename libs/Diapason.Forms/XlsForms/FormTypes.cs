using System.Text.RegularExpressions;

namespace Diapason.Forms;

/// <summary>What a row of a form is.</summary>
internal enum FormRowKind
{
    Question,
    Calculation,
    OpensGroup,
    OpensRepeat,
    Closes,
    Left,
}

/// <summary>What the cell of a type says: the kind of row, the question's kind here, the list it uses, or why it is left out.</summary>
internal sealed partial record FormType(FormRowKind Row, string Kind = "", string List = "", bool HasOther = false, string Reason = "")
{
    private const int Patience = 5000;

    private static readonly string[] Devices = ["image", "photo", "audio", "background-audio", "video", "file", "geopoint", "geotrace", "geoshape", "gps", "location", "barcode", "osm", "csv-external", "xml-external", "select_one_from_file",
        "select_multiple_from_file", "select_one_external", "select_multiple_external", "include", "rank_from_file"];

    private static readonly string[] Collected = ["start", "end", "today", "deviceid", "device id", "subscriberid", "subscriber id", "simserial", "sim serial", "phonenumber", "username", "email", "audit", "start-geopoint", "uri:deviceid",
        "uri:phonenumber", "uri:simserial", "uri:subscriberid", "uri:username", "uri:email", "imei", "number of days in last month"];

    private static readonly Dictionary<string, FormType> Plain = new(StringComparer.Ordinal)
    {
        ["integer"] = new(FormRowKind.Question, NumberQuestion.Word),
        ["int"] = new(FormRowKind.Question, NumberQuestion.Word),
        ["decimal"] = new(FormRowKind.Question, "decimal"),
        ["range"] = new(FormRowKind.Question, "range"),
        ["text"] = new(FormRowKind.Question, ShortTextQuestion.Word),
        ["string"] = new(FormRowKind.Question, ShortTextQuestion.Word),
        ["phone number"] = new(FormRowKind.Question, ShortTextQuestion.Word),
        ["date"] = new(FormRowKind.Question, DateQuestion.Word),
        ["note"] = new(FormRowKind.Question, NoteQuestion.Word),
        ["acknowledge"] = new(FormRowKind.Question, "acknowledge"),
        ["trigger"] = new(FormRowKind.Question, "acknowledge"),
        ["calculate"] = new(FormRowKind.Calculation),
        ["hidden"] = new(FormRowKind.Calculation),
        ["time"] = new(FormRowKind.Left, Reason: FormNoticeCodes.KindNotAvailable),
        ["datetime"] = new(FormRowKind.Left, Reason: FormNoticeCodes.KindNotAvailable),
        ["date time"] = new(FormRowKind.Left, Reason: FormNoticeCodes.KindNotAvailable),
    };

    /// <summary>The words of types, for the nearest to one that is mistyped.</summary>
    public static IEnumerable<string> Words => [.. Plain.Keys, .. Devices, .. Collected, "begin_group", "end_group", "begin_repeat", "end_repeat", "select_one", "select_multiple", "rank"];

    public static FormType Read(string written)
    {
        var type = Blanks().Replace(written.Trim(), " ");
        var lower = type.ToLowerInvariant();
        if (Plain.TryGetValue(lower, out var plain)) return plain;
        if (Group().Match(lower) is { Success: true } group)
        {
            if (group.Groups[1].Value == "end") return new(FormRowKind.Closes);
            return group.Groups[2].Value switch { "repeat" => new(FormRowKind.OpensRepeat), "group" => new(FormRowKind.OpensGroup), _ => new(FormRowKind.OpensRepeat, Reason: FormNoticeCodes.KindNotAvailable) };
        }

        if (Array.Exists(Devices, device => lower == device || lower.StartsWith(device + " ", StringComparison.Ordinal))) return new(FormRowKind.Left, Reason: FormNoticeCodes.NeedsDevice);
        if (Array.IndexOf(Collected, lower) >= 0) return new(FormRowKind.Left, Reason: FormNoticeCodes.NotCollected);
        if (lower.StartsWith("rank ", StringComparison.Ordinal)) return new(FormRowKind.Question, RankingQuestion.Word, type["rank ".Length..]);
        if (Select().Match(type) is not { Success: true } select) return new(FormRowKind.Left, Reason: FormNoticeCodes.TypeUnknown);
        var many = select.Groups[1].Value.Contains("mult", StringComparison.OrdinalIgnoreCase) || select.Groups[1].Value.Contains("all", StringComparison.OrdinalIgnoreCase);
        return new(FormRowKind.Question, many ? MultipleQuestion.Word : SingleQuestion.Word, select.Groups[2].Value, select.Groups[3].Success);
    }

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^(?<1>begin|end)[ _](?<2>group|repeat|loop)\b", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Group();

    [GeneratedRegex(@"^(?<1>select[ _]?(one|1)|select[ _]?multiple|select all that apply)( from)? (?<2>\S+)(?<3> or[ _]other| or specify other)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Select();
}
