using System.Globalization;

namespace Diapason.Forms;

/// <summary>
/// The conditions of surveys older than LimeSurvey 1.92, which stand in a table of their own, said as the relevance that later versions write: those of one
/// question with several values are any of them, several questions are all of them, several scenarios any of them.
/// </summary>
internal static class LssConditions
{
    public static LssTables Joined(LssTables tables)
    {
        var ofQuestion = tables["conditions"].ToLookup(row => row["qid"]);
        foreach (var question in tables["questions"].Where(row => !row.Has("relevance") && ofQuestion.Contains(row["qid"])))
        {
            var scenarios = ofQuestion[question["qid"]].GroupBy(row => row["scenario"]).OrderBy(scenario => scenario.Key, StringComparer.Ordinal)
                .Select(scenario => string.Join(" and ", scenario.GroupBy(row => row["cfieldname"]).Select(same => $"({string.Join(" or ", same.Select(One))})")));
            question["relevance"] = string.Join(" or ", scenarios.Select(scenario => $"({scenario})"));
        }

        return tables;
    }

    private static string One(LssRow condition)
    {
        // A box to tick is named by its question and its row, with a plus before.
        var (name, value) = (condition["cfieldname"].TrimStart('+'), condition["value"].Trim());
        var sign = condition["method"].Trim() is { Length: > 0 } method ? method : "==";
        return string.Create(CultureInfo.InvariantCulture, $"{name} {sign} \"{value}\"");
    }
}
