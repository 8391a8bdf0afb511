using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

/// <summary>
/// Expressions against an independent evaluator, openrosa-xpath-evaluator, on the same answers: the text, the number and the truth of each.
/// tests/oracles/expressions computes its values; what differs is listed here with its reason, and must go on differing.
/// </summary>
public sealed class ExpressionOracleTests
{
    private const string Form = """
        code: oracle
        version: "1"
        title: { fr: T, en: T }
        lists:
          few: [{ code: a, fr: A, en: A }, { code: b, fr: B, en: B }, { code: c, fr: C, en: C }, { code: d, fr: D, en: D }, { code: "4", fr: "4", en: "4" }, { code: "1", fr: "1", en: "1" }]
        sections:
          - code: s
            title: { fr: S, en: S }
            pages:
              - code: p
                title: { fr: P, en: P }
                questions:
                  - { code: n1, kind: number, decimals: 3, title: { fr: N, en: N } }
                  - { code: n2, kind: number, decimals: 3, title: { fr: N, en: N } }
                  - { code: t1, kind: short_text, title: { fr: T, en: T } }
                  - { code: t2, kind: short_text, title: { fr: T, en: T } }
                  - { code: c1, kind: single, options: few, title: { fr: C, en: C } }
                  - { code: c2, kind: single, options: few, title: { fr: C, en: C } }
                  - { code: m1, kind: multiple, options: few, title: { fr: M, en: M } }
                  - { code: m2, kind: multiple, options: few, title: { fr: M, en: M } }
                  - { code: d1, kind: date, title: { fr: D, en: D } }
                  - { code: d2, kind: date, title: { fr: D, en: D } }
        """;

    /// <summary>Ours on purpose: a pattern of the expression, and why.</summary>
    private static readonly (string Expression, string Why)[] Differences =
    [
        ("string(1 div 0) ", "« Infinity » is how a number is written and no way to write one: XPath 1.0, 4.4"),
        ("number('1e3') ", "XPath 1.0 has no exponents; theirs reads what JavaScript reads"),
        ("number('2026-02-30') ", "no calendar has that day; theirs moves on to March"),
        ("boolean-from-string(2) ", "ODK: true for « 1 » and « true » alone"),
        ("string(date('2026-01-15T12:00:00.000Z')) ", "theirs adds the offset of its machine"),
        ("${n1} = '12.50' ", "an answer to a number is a number (ODK Collect); theirs knows only words"),
    ];

    private static readonly Questionnaire Asked = Samples.Read(Form);

    [Fact]
    public void Every_expression_gives_what_the_independent_evaluator_gives()
    {
        using var reference = JsonDocument.Parse(File.ReadAllText(Beside("../oracles/expressions/reference.json")));
        var people = reference.RootElement.GetProperty("people").EnumerateArray().Select(Answers).ToList();
        var (tried, differing) = (0, new List<string>());
        foreach (var row in reference.RootElement.GetProperty("cases").EnumerateArray())
        {
            var text = row.GetProperty("expression").GetString()!;
            var given = Bound(text).Evaluate(people[row.GetProperty("person").GetInt32()]);
            tried++;
            if (Same(row, given)) continue;
            differing.Add($"{text} [{row.GetProperty("person").GetInt32()}]: {row.GetProperty("text")} {row.GetProperty("number")} {row.GetProperty("truth")}, ours {given.AsText()} {given.AsNumber()} {given.AsTruth()}");
        }

        tried.ShouldBeGreaterThan(1000);
        differing.Where(line => !Differences.Any(known => line.StartsWith(known.Expression, StringComparison.Ordinal))).ShouldBeEmpty();
        Differences.Where(known => !differing.Any(line => line.StartsWith(known.Expression, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    private static bool Same(JsonElement row, ExpressionValue given)
    {
        var number = row.GetProperty("number").GetString()!;
        var expected = double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
        var isNumber = double.IsNaN(expected) ? double.IsNaN(given.AsNumber()) : expected == given.AsNumber() || Math.Abs(expected - given.AsNumber()) <= 1e-12 * Math.Abs(expected);
        var text = row.GetProperty("text").GetString()!;
        var isText = text == given.AsText() || (text == number && isNumber);
        // Theirs holds a bare answer for true by its being in the form, even empty or zero; ODK Collect and ours by what it holds.
        var isTruth = row.GetProperty("truth").GetBoolean() == given.AsTruth() || (text is "" or "0" && row.GetProperty("truth").GetBoolean());
        return isNumber && isText && isTruth;
    }

    private static Expression Bound(string text)
    {
        var expression = Expression.Parse(text);
        foreach (var named in expression.Parts.References) named.Variable = Asked.FindVariable(named.Code).ShouldNotBeNull(named.Code);
        expression.ToXlsForm().ShouldBe(Expression.Parse(expression.ToXlsForm()).ToXlsForm());
        return expression;
    }

    private static AnswerSet Answers(JsonElement person) => AnswerSet.From(person.EnumerateObject()
        .Where(answer => answer.Value.GetString()!.Length > 0)
        .Select(answer => KeyValuePair.Create(answer.Name, Asked.FindVariable(answer.Name)!.Read(answer.Value.GetString()!).ShouldNotBeNull(answer.Name))));

    private static string Beside(string path, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, path);
}
