using Diapason.Text;
using Diapason.Yaml;

namespace Diapason.Forms;

/// <summary>What a questionnaire asks of YAML beyond typed values: codes well spelt, lists that hold something, French set as Québec reads it.</summary>
internal static class QuestionnaireMap
{
    private const int LongestCode = 60;
    private const int MostCount = 1_000_000;

    extension(YamlMap map)
    {
        public string Code(string key, CodeKind kind = CodeKind.Name)
        {
            var code = map.Text(key);
            if (code.Length > 0 && !IsCode(code, kind)) map.ReportAt(key, "invalid_code", ("code", code));
            return code;
        }

        public LocalizedText Said(string key) => map.Localized(key).Typeset();

        public LocalizedText OptionalSaid(string key) => map.OptionalLocalized(key)?.Typeset() ?? LocalizedText.Empty;

        public int Count(string key, int otherwise = 0) => map.OptionalWhole(key, 0, MostCount, otherwise);

        public IReadOnlyList<YamlMap> FilledItems(string key)
        {
            map.RefuseEmpty(key);
            return map.Items(key);
        }

        public IReadOnlyList<string> FilledCodes(string key)
        {
            map.RefuseEmpty(key);
            return map.OptionalCodes(key);
        }

        private void RefuseEmpty(string key)
        {
            if (map.IsEmptyList(key)) map.ReportAt(key, "empty_list", ("key", key));
        }
    }

    /// <summary>Whether a code is well spelt.</summary>
    public static bool IsCode(string code, CodeKind kind)
    {
        if (code.Length is 0 or > LongestCode || !(char.IsAsciiLetterLower(code[0]) || (kind == CodeKind.Option && char.IsAsciiDigit(code[0])))) return false;
        foreach (var c in code)
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '_' && (c != '.' || kind != CodeKind.Question)) return false;
        // "x.missing" is the name of the field that carries the missing kinds of x.
        return code[^1] != '.' && !code.Contains("..", StringComparison.Ordinal) && !code.EndsWith(".missing", StringComparison.Ordinal);
    }
}

/// <summary>What a code names, which decides how it may be spelt: lower-case letters, digits and <c>_</c> always.</summary>
internal enum CodeKind
{
    /// <summary>A section, a page, an item: starts with a letter.</summary>
    Name,

    /// <summary>A question: may have parts, such as <c>open.hope</c>.</summary>
    Question,

    /// <summary>An option: may start with a digit, for scales.</summary>
    Option,
}
