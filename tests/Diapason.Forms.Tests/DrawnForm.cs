namespace Diapason.Forms.Tests;

/// <summary>Draws small questionnaires, whose every way can be walked: four questions of few answers, conditions of both readings on sections, pages and questions.</summary>
internal static class DrawnForm
{
    public static string Draw(Random random)
    {
        var known = new List<(string Code, string Kind)>();
        var pages = new List<string>();
        for (var page = 0; page < 3; page++)
        {
            var asked = Enumerable.Range(0, page == 1 ? 2 : 1).Select(i => (Code: $"q{page}{i}", Kind: random.GetItems(["single", "multiple", "number"], 1)[0])).ToList();
            var questions = asked.Select(one => Question(random, one, known)).ToList();
            pages.Add($"{{ code: p{page}, title: {{ fr: P, en: P }}, {When(random, known)}questions: [{string.Join(", ", questions)}] }}");
            known.AddRange(asked);
        }

        return $$"""
            code: drawn
            version: "1"
            title: { fr: Essai, en: Sample }
            missing: { dont_know: { fr: Je ne sais pas, en: I don’t know } }
            calculations: [{ code: worth, value: "if({{Compare(random, known[0])}}, 2, 1)" }]
            sections:
              - { code: s0, title: { fr: S, en: S }, pages: [{{pages[0]}}, {{pages[1]}}] }
              - { code: s1, title: { fr: S, en: S }, {{When(random, known[..1])}}pages: [{{pages[2]}}] }
            """;
    }

    private static string Question(Random random, (string Code, string Kind) one, List<(string Code, string Kind)> known)
    {
        var own = one.Kind switch
        {
            "number" => "min: 1, max: 3",
            "multiple" => $"{(random.Next(2) == 0 ? "min: 2, " : "max: 2, ")}options: [{{ code: a, fr: A, en: A }}, {{ code: b, fr: B, en: B }}, {{ code: c, fr: C, en: C, exclusive: {(random.Next(2) == 0 ? "true" : "false")} }}]",
            _ => "options: [{ code: a, fr: A, en: A }, { code: b, fr: B, en: B }, { code: c, fr: C, en: C }]",
        };
        var missing = one.Kind != "number" || random.Next(3) == 0 ? "missing: [dont_know], " : "";
        return $"{{ code: {one.Code}, kind: {one.Kind}, title: {{ fr: T, en: T }}, {(random.Next(2) == 0 ? "required: true, " : "")}{missing}{When(random, known)}{own} }}";
    }

    private static string When(Random random, List<(string Code, string Kind)> known)
    {
        if (known.Count == 0 || random.Next(3) == 0) return "";
        var parts = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Compare(random, known[random.Next(known.Count)], hasWorth: true));
        return $"when: \"{string.Join(random.Next(3) == 0 ? " or " : " and ", parts)}\", ";
    }

    private static string Compare(Random random, (string Code, string Kind) one, bool hasWorth = false)
    {
        if (hasWorth && random.Next(8) == 0) return $"${{worth}} > {random.Next(3)}";
        string code = random.GetItems(["a", "b", "c"], 1)[0], sign = random.GetItems(["=", "!=", ">", "<", ">=", "<="], 1)[0], not = random.Next(4) == 0 ? "not " : "";
        var number = random.GetItems(["0", "1", "1.5", "2", "3"], 1)[0];
        return not + random.Next(5) switch
        {
            0 => $"answered({one.Code})",
            1 when one.Kind == "number" => $"(${{{one.Code}}} {sign} {number})",
            1 when one.Kind == "multiple" => $"(count-selected(${{{one.Code}}}) {sign} {number})",
            1 => $"(${{{one.Code}}} = 'dont_know' or ${{{one.Code}}} = '{code}')",
            2 when one.Kind == "multiple" => $"(concat(${{{one.Code}}}, '') = 'a b')",
            2 when one.Kind == "single" => $"(concat(${{{one.Code}}}, 'x') = '{code}x')",
            _ when one.Kind == "number" => $"({one.Code} {sign} {number})",
            3 => $"selected(${{{one.Code}}}, '{code}')",
            _ => $"({one.Code} {random.GetItems(["=", "!="], 1)[0]} '{code}')",
        };
    }
}
