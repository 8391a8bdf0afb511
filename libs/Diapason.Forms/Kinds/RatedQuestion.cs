namespace Diapason.Forms;

/// <summary>What statements and piles share: items, each given one of the same options.</summary>
public abstract class RatedQuestion : Question
{
    private protected RatedQuestion(QuestionSource source)
        : base(source)
    {
        Options = OptionsReader.Find(source.Map, "options", source.Context);
        Items = OptionsReader.Items(source.Map);
        if (Options.Any(option => option.Other || option.Exclusive || option.When is not null || option.Image is not null)) source.Refuse("options", "option_out_of_place");
    }

    /// <summary>The scale, or the piles.</summary>
    public IReadOnlyList<Option> Options { get; }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<QuestionItem> Items { get; }

    internal sealed override int Weight => 6 * Items.Count;

    internal sealed override IEnumerable<IReadOnlyList<Option>> Scales => [Options];

    internal sealed override void Take(PageCheck check)
    {
        foreach (var field in Fields) check.TakeOne(field);
    }

    private protected sealed override IEnumerable<Field> MakeFields()
    {
        IReadOnlyList<Option> choices = [.. Options, .. MissingOptions];
        foreach (var item in Items)
        {
            var name = Named(item.Code);
            yield return new(name, new(name, VariableType.Choice, this, Options) { Item = item }, choices);
        }
    }
}
