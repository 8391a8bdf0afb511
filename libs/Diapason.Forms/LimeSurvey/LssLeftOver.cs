namespace Diapason.Forms;

/// <summary>Says what of a survey a questionnaire has no use for: nothing is dropped in silence, and the same thing is said once.</summary>
internal sealed class LssLeftOver(LssTables tables, FormReport report)
{
    private static readonly HashSet<string> Read = new(StringComparer.Ordinal)
    {
        "languages", "groups", "group_l10ns", "questions", "subquestions", "question_l10ns", "answers", "answer_l10ns", "question_attributes", "surveys", "surveys_languagesettings", "conditions", "quota", "quota_members", "quota_languagesettings",
    };

    private static readonly HashSet<string> Understood = new(StringComparer.Ordinal)
    {
        "hidden", "min_answers", "max_answers", "exclude_all_others", "min_num_value_n", "max_num_value_n", "num_value_int_only", "multiflexible_min", "multiflexible_max", "maximum_chars", "suffix", "numbers_only",
        "date_min", "date_max", "other_replace_text", "dualscale_headerA", "dualscale_headerB", "array_filter", "array_filter_exclude", "random_order", "answer_order", "subquestion_order", "random_group",
    };

    private static readonly string[] Looks =
    [
        "display_", "statistics_", "public_statistics", "hide_tip", "text_input_", "input_", "cssclass", "answer_width", "label_input_", "subquestion_width", "repeat_headings", "category_separator", "printable_", "page_break",
        "location_", "fix_", "keep_aspect", "crop_", "horizontal_", "slider_", "dropdown_", "scale_export", "save_as_default", "clear_default", "use_dropdown", "samechoiceheight", "samelistheight", "alphasort",
    ];

    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal) { "", "0", "N", "I", "E", "-1", "inherit", "default", "1970-01-01 00:00:00" };
    private static readonly HashSet<string> Settings = new(StringComparer.Ordinal) { "sid", "gsid", "owner_id", "language", "additional_languages", "format", "showsurveypolicynotice", "admin", "adminemail", "bounce_email", "template", "active" };
    private static readonly HashSet<string> Said = new(StringComparer.Ordinal) { "surveyls_survey_id", "surveyls_language", "surveyls_title", "surveyls_welcometext", "surveyls_policy_notice", "surveyls_policy_notice_label", "surveyls_dateformat", "surveyls_numberformat" };

    private const int MostQuotas = 100;

    public void Tell()
    {
        foreach (var quota in tables["quota"].Take(MostQuotas)) report.Add(FormOutcome.NotCarried, quota.Table, quota.Line, "", FormNoticeCodes.QuotaNotCarried, ("name", quota["name"]), ("limit", quota["qlimit"]));
        foreach (var shuffled in tables["question_attributes"].Where(row => row["attribute"] == "random_group" && row["value"].Length > 0).Select(row => (Row: row, Column: "random_group", Name: row["value"]))
            .Concat(tables["groups"].Where(row => row["randomization_group"].Length > 0).Select(row => (Row: row, Column: "randomization_group", Name: row["randomization_group"]))).DistinctBy(one => (one.Column, one.Name)))
            report.Add(FormOutcome.NotCarried, shuffled.Row.Table, shuffled.Row.Line, shuffled.Column, FormNoticeCodes.QuestionsInOrder, ("name", shuffled.Name));

        foreach (var table in tables.Names.Where(name => !Read.Contains(name))) report.Add(FormOutcome.NotCarried, table, tables[table][0].Line, "", FormNoticeCodes.SheetNotUsed);
        Tell(tables["surveys"], Settings);
        Tell(tables["surveys_languagesettings"], Said);
        foreach (var one in tables["question_attributes"].Where(row => !Plain.Contains(row["value"]) && !Understood.Contains(row["attribute"])).DistinctBy(row => row["attribute"]))
        {
            var name = one["attribute"];
            var code = name.StartsWith("em_validation", StringComparison.Ordinal) ? FormNoticeCodes.ConstraintNotCarried
                : Looks.Any(look => name.StartsWith(look, StringComparison.Ordinal)) ? FormNoticeCodes.AppearanceNotUsed : FormNoticeCodes.ColumnNotUsed;
            report.Add(FormOutcome.NotCarried, one.Table, one.Line, name, code);
        }
    }

    private void Tell(IReadOnlyList<LssRow> rows, HashSet<string> used)
    {
        foreach (var row in rows.Take(1))
            foreach (var (column, value) in row.Cells)
                if (!used.Contains(column) && !Plain.Contains(value)) report.Add(FormOutcome.NotCarried, row.Table, row.Line, column, FormNoticeCodes.ColumnNotUsed);
    }
}
