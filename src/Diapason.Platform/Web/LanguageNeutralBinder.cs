using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Diapason.Platform.Web;

/// <summary>
/// Reads the same in both languages: a number with a comma or a point, where a group separator is refused rather than guessed at; a day as
/// browsers send it, <c>2027-01-31</c>, since <c>02/03/2027</c> is a month to some and a day to others.
/// </summary>
internal sealed class LanguageNeutralBinder(Type type) : IModelBinder
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var posted = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (posted == ValueProviderResult.None) return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, posted);
        var text = posted.FirstValue;
        if (string.IsNullOrWhiteSpace(text))
        {
            if (Nullable.GetUnderlyingType(bindingContext.ModelType) is not null) bindingContext.Result = ModelBindingResult.Success(null);
            else AddError(bindingContext, text ?? "");
            return Task.CompletedTask;
        }

        var value = Read(text);
        if (value is null) AddError(bindingContext, text);
        else bindingContext.Result = ModelBindingResult.Success(value);
        return Task.CompletedTask;
    }

    private object? Read(string text)
    {
        if (type == typeof(DateOnly)) return DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        var normal = text.Replace(',', '.');
        return type == typeof(decimal)
            ? decimal.TryParse(normal, Style, CultureInfo.InvariantCulture, out var exact) ? exact : null
            : double.TryParse(normal, Style, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real) ? real : null;
    }

    private static void AddError(ModelBindingContext context, string text) => context.ModelState.TryAddModelError(
        context.ModelName, context.ModelMetadata.ModelBindingMessageProvider.AttemptedValueIsInvalidAccessor(text, context.ModelMetadata.GetDisplayName()));

    internal sealed class Provider : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context)
        {
            var type = context.Metadata.UnderlyingOrModelType;
            return type == typeof(decimal) || type == typeof(double) || type == typeof(DateOnly) ? new LanguageNeutralBinder(type) : null;
        }
    }
}
