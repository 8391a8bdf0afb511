using System.Globalization;
using System.Text;

namespace Diapason.Words;

/// <summary>Text without accents, capitals, ligatures: what people type on a phone, and what dictionaries and phrases are compared as.</summary>
internal static class Plain
{
    public static string Of(string text)
    {
        if (IsPlain(text)) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            switch (char.ToLowerInvariant(c))
            {
                case 'œ': plain.Append("oe"); break;
                case 'æ': plain.Append("ae"); break;
                case '’' or 'ʼ' or '‘': plain.Append('\''); break;
                case var lower: plain.Append(lower); break;
            }
        }

        return plain.ToString();
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
            if (c is not (>= 'a' and <= 'z') and not (>= '0' and <= '9') and not '\'' and not '-') return false;
        return true;
    }
}
