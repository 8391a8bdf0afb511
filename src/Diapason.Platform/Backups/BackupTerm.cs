using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Diapason.Platform.Backups;

/// <summary>How many days a backup may be kept (<c>Diapason:Backup:Days</c>), which the privacy page says too.</summary>
public sealed class BackupTerm(IConfiguration configuration)
{
    private const int Usual = 30;
    private const int Most = 3660;

    /// <summary>The days settled; the usual ones while the setting is missing or is no number of days, in which case no backup is made.</summary>
    public int Days => Settled ?? Usual;

    internal int DaysOrRefuse => configuration["Diapason:Backup:Days"] is { Length: > 0 } ? Settled ?? throw new BackupRefused("backup.days") : Usual;

    private int? Settled => int.TryParse(configuration["Diapason:Backup:Days"], CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= Most ? days : null;
}
