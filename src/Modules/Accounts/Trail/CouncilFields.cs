using Diapason.Accounts.Settings;
using Diapason.Platform.Audit;
using Diapason.Platform.Language;

namespace Diapason.Accounts.Trail;

/// <summary>The council's fields in its trail, as its page labels them.</summary>
internal sealed class CouncilFields(Texts<AccountsModule> texts) : IAuditFields
{
    public string Of => "council";

    public Task<IReadOnlyList<FieldChange>> SayAsync(IReadOnlyList<FieldChange> changes, CancellationToken cancel) => Task.FromResult<IReadOnlyList<FieldChange>>(
        [.. changes.Select(change => new FieldChange(SettingsLabels.Of(change.Field, texts) ?? change.Field, Value(change.Field, change.Before), Value(change.Field, change.After)))]);

    private string? Value(string field, string? value) => value is { Length: > 0 } ? SettingsLabels.Value(field, value, texts) : value;
}
