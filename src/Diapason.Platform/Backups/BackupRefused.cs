using Diapason.Platform.Language;

namespace Diapason.Platform.Backups;

/// <summary>Why a backup was not made, opened or put back: the key of a sentence and what goes in its places. Thrown from inside streams and loops, told by the verb.</summary>
internal sealed class BackupRefused(string key, params object?[] facts) : Exception(key)
{
    public string Sentence<TIn>(Texts<TIn> texts) => texts[Message, facts];
}
