namespace Diapason.Platform.Backups;

/// <summary>
/// Rows that people have erased, by the column that names each in every copy of the database: <c>consultations_response</c> by <c>resume_hash</c>. A row without one is nobody's. Registered by whoever owns the table,
/// with the columns of other tables that go with it.
/// </summary>
public sealed record ErasedByPeople(string Table, string Key, params (string Table, string Column)[] Parts);
