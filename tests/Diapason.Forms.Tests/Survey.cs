using System.Security;
using System.Text;

namespace Diapason.Forms.Tests;

/// <summary>A survey as LimeSurvey exports it, made row by row: a row is a table’s name, then its elements as <c>name=text</c>.</summary>
internal sealed class Survey
{
    private readonly List<(string Table, string Row)> _rows = [];

    /// <summary>As LimeSurvey 6 writes it: words apart, in French and in English.</summary>
    public static Survey Of(params IReadOnlyList<string[]> rows)
    {
        var survey = new Survey().Add("surveys", "sid=77", "language=fr", "additional_languages=en", "format=G").Add("surveys_languagesettings", "surveyls_language=fr", "surveyls_title=Terrain").Add("surveys_languagesettings", "surveyls_language=en", "surveyls_title=Field");
        foreach (var row in rows) survey.Add(row[0], row[1..]);
        return survey;
    }

    public Survey Group(string gid, string french, string english, string relevance = "1") =>
        Add("groups", "gid=" + gid, "group_order=" + gid, "grelevance=" + relevance).Add("group_l10ns", "gid=" + gid, "group_name=" + french, "language=fr").Add("group_l10ns", "gid=" + gid, "group_name=" + english, "language=en");

    public Survey Asks(string qid, string type, string title, string french, string english, params string[] more)
    {
        var gid = _rows.Last(row => row.Table == "groups").Row.Split("<gid>")[1].Split("</gid>")[0];
        return Add("questions", ["qid=" + qid, "parent_qid=0", "gid=" + gid, "type=" + type, "title=" + title, "question_order=" + qid, .. more]).Words(qid, french, english);
    }

    public Survey Row(string of, string code, string french, string english, string scale = "0", string relevance = "1") =>
        Add("subquestions", $"qid={of}{code}{scale}", "parent_qid=" + of, "title=" + code, "scale_id=" + scale, "relevance=" + relevance, "question_order=" + _rows.Count).Words($"{of}{code}{scale}", french, english);

    public Survey Answer(string of, string code, string french, string english, string scale = "0")
    {
        var aid = $"{of}{code}{scale}";
        return Add("answers", "aid=" + aid, "qid=" + of, "code=" + code, "sortorder=" + _rows.Count, "scale_id=" + scale).Add("answer_l10ns", "aid=" + aid, "answer=" + french, "language=fr").Add("answer_l10ns", "aid=" + aid, "answer=" + english, "language=en");
    }

    public Survey With(string of, string attribute, string value, string language = "") => Add("question_attributes", "qid=" + of, "attribute=" + attribute, "value=" + value, "language=" + language);

    public Survey Add(string table, params string[] cells)
    {
        _rows.Add((table, "<row>" + string.Concat(cells.Select(cell => (Name: cell.Split('=')[0], Text: cell[(cell.IndexOf('=', StringComparison.Ordinal) + 1)..])).Select(cell => $"<{cell.Name}>{SecurityElement.Escape(cell.Text)}</{cell.Name}>")) + "</row>"));
        return this;
    }

    public byte[] ToBytes()
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<document>\n<LimeSurveyDocType>Survey</LimeSurveyDocType>\n");
        foreach (var table in _rows.GroupBy(row => row.Table)) text.Append("<" + table.Key + ">\n<rows>\n").AppendJoin('\n', table.Select(row => row.Row)).Append("\n</rows>\n</" + table.Key + ">\n");
        return Encoding.UTF8.GetBytes(text.Append("</document>\n").ToString());
    }

    public XlsFormReading Read() => Read(ToBytes());

    public static XlsFormReading Read(byte[] bytes)
    {
        using var file = new MemoryStream(bytes);
        return LssReader.Read(file);
    }

    private Survey Words(string qid, string french, string english) => Add("question_l10ns", "qid=" + qid, "question=" + french, "language=fr").Add("question_l10ns", "qid=" + qid, "question=" + english, "language=en");
}
