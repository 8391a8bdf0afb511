using System.Globalization;
using Diapason.Forms;
using Diapason.Platform.Outcomes;
using Microsoft.AspNetCore.Http;

namespace Diapason.Consultations.Writing;

/// <summary>A rule in a form: sentences chosen from lists (<c>rule.0.said</c>), or the text of an expression when that was changed.</summary>
internal sealed class RuleForm(IFormCollection form)
{
    public const string Was = "when_was", Join = "rule.join", Add = "rule.add";
    private const int Most = 50;

    /// <summary>Saved while it is written: a sentence that is not ended waits for its values.</summary>
    public bool IsUnderWay { get; init; }

    /// <summary>The expression that the form says.</summary>
    /// <param name="known">The rule as it was stored: kept letter by letter when the sentences still say it.</param>
    /// <param name="subject">What a sentence can be about.</param>
    public Outcome<string> Read(string known, Func<string, SentenceSubject?> subject)
    {
        var typed = Text(PartForm.When);
        if (!form.ContainsKey(Was) || typed != Text(Was) || !form.ContainsKey("rule.0.code")) return typed;
        var parts = new List<SentencePart>();
        for (var i = 0; i < Most && Text(Name(i, "code")) is { Length: > 0 } code; i++)
        {
            if (Text(Name(i, "out")).Length > 0 || subject(code) is not { } about) continue;
            var sentence = Sentence(i, about);
            if (sentence.Values.Count == 0 && sentence.Operator is not (SentenceOperator.IsAnswered or SentenceOperator.IsNotAnswered))
            {
                if (IsUnderWay) continue;
                return Problem.Invalid("rule.unfinished", Name(i, "value"), ("number", i + 1));
            }

            if (Sentences.Problem(sentence, about) is not null) return Problem.Invalid("rule.wrong", Name(i, "said"), ("number", i + 1));
            parts.Add(sentence);
        }

        if (parts.Count == 0) return "";
        var group = new SentenceGroup(Text(Join) == "any" ? Joining.Any : Joining.All, parts);
        return Of(known, subject) is { } said && Sentences.ToExpression(said) == Sentences.ToExpression(group) ? known : Sentences.ToExpression(group);
    }

    /// <summary>A rule in sentences; null for what lists cannot say.</summary>
    public static SentenceGroup? Of(string rule, Func<string, SentenceSubject?> subject) =>
        Expression.TryParse(rule, out var expression, out _) ? Sentences.Of(expression!, subject) : null;

    private Sentence Sentence(int i, SentenceSubject about)
    {
        var said = Enum.TryParse<SentenceOperator>(Text(Name(i, "said")), out var chosen) ? chosen : about.Operators[0];
        return Sentences.Say(about, said, [.. form[Name(i, "value")].OfType<string>().Select(value => value.Trim()).Where(value => value.Length > 0)]);
    }

    private string Text(string name) => form[name].ToString().ReplaceLineEndings("\n").Trim();

    private static string Name(int i, string field) => string.Create(CultureInfo.InvariantCulture, $"rule.{i}.{field}");
}
