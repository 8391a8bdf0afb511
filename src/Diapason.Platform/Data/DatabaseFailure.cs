using System.Data.Common;

namespace Diapason.Platform.Data;

/// <summary>Tells the failures of the database from others. What the context throws when a server is away has the cause inside it.</summary>
public static class DatabaseFailure
{
    public static bool IsIn(Exception? failure) => failure is DbException || (failure is not null && IsIn(failure.InnerException));
}
