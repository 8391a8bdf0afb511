using System.Globalization;
using Diapason.Platform.Language;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;

namespace Diapason.Platform.Web;

/// <summary>The binder's eleven messages in the reader's language.</summary>
internal static class ModelTexts
{
    private static readonly TextCatalog T = TextCatalog.Of(typeof(ModelTexts).Assembly);

    public static void Apply(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((value, field) => T.Format("model.attempted_value_invalid", value, field));
        messages.SetMissingBindRequiredValueAccessor(field => T.Format("model.missing_bind_required", field));
        messages.SetMissingKeyOrValueAccessor(() => T["model.missing_key_or_value"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => T["model.missing_body"]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => T.Format("model.value_invalid", value));
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => T["model.unknown_value_invalid"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => T["model.must_be_number"]);
        messages.SetUnknownValueIsInvalidAccessor(field => T.Format("model.unknown_value_invalid_for", field));
        messages.SetValueIsInvalidAccessor(value => T.Format("model.value_invalid", value));
        messages.SetValueMustBeANumberAccessor(field => T.Format("model.must_be_number_for", field));
        messages.SetValueMustNotBeNullAccessor(_ => T["model.must_not_be_null"]);
    }
}

/// <summary>Lets annotations name a key of the module's own texts: <c>[Required(ErrorMessage = "sign_in.email_missing")]</c>.</summary>
internal sealed class CatalogLocalizer(TextCatalog catalog) : IStringLocalizer
{
    public LocalizedString this[string name] => new(name, catalog[name]);

    public LocalizedString this[string name, params object[] arguments] => new(name, string.Format(CultureInfo.CurrentCulture, catalog[name], arguments));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        catalog.In(Languages.French).Select(pair => new LocalizedString(pair.Key, pair.Value));
}
