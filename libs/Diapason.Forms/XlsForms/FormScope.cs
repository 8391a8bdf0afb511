namespace Diapason.Forms;

/// <summary>A name of a form, within the group or the time of asking that gives it.</summary>
internal sealed class FormNamed(string name, string code)
{
    public string Name => name;

    public string Code => code;

    /// <summary>The list of its choices; <see langword="null"/> for what is not chosen.</summary>
    public FormList? List { get; init; }

    /// <summary>Whether it has a choice to specify beside those of its list.</summary>
    public bool HasOther { get; init; }

    /// <summary>The page on which it is asked, from zero; -1 while it is not.</summary>
    public int Page { get; set; } = -1;

    /// <summary>What it is worked out from, when it is worked out.</summary>
    public IReadOnlyList<FormNamed>? RestsOn { get; set; }
}

/// <summary>The names that can be used somewhere: its own, then those around; what is asked several times is known outside by its first time.</summary>
internal sealed class FormScope(FormScope? around)
{
    private readonly Dictionary<string, FormNamed> _own = new(StringComparer.Ordinal);

    public void Add(FormNamed named)
    {
        for (var scope = this; scope is not null; scope = scope.Around) scope._own.TryAdd(named.Name, named);
    }

    public FormScope? Around => around;

    public FormNamed? Find(string name) => _own.GetValueOrDefault(name) ?? around?.Find(name);

    public IEnumerable<string> Names => around is null ? _own.Keys : around.Names;
}
