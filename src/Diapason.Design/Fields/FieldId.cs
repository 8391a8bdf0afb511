namespace Diapason.Design.Fields;

/// <summary>The id a field's control gets from its name, which error summaries link to.</summary>
public static class FieldId
{
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return IsPlain(name) ? name : string.Create(name.Length, name, static (id, source) =>
        {
            for (var i = 0; i < id.Length; i++) id[i] = IsPlain(source[i]) ? source[i] : '_';
        });
    }

    private static bool IsPlain(string name)
    {
        foreach (var c in name)
            if (!IsPlain(c)) return false;
        return true;
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';
}
