using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Platform.Machine;

/// <summary>The one row of <see cref="AskCertificate"/>: what was last said of the certificate of the public address.</summary>
internal sealed class CertificateMemory
{
    public int Id { get; init; } = 1;

    public required DateTime AskedAt { get; set; }

    /// <summary>Its last moment; null when it could not be asked.</summary>
    public DateTime? EndsAt { get; set; }

    /// <summary>Why it could not, end of a text’s key.</summary>
    public string? Trouble { get; set; }
}

internal sealed class CertificateMemoryMapping : IEntityTypeConfiguration<CertificateMemory>
{
    public void Configure(EntityTypeBuilder<CertificateMemory> builder)
    {
        builder.ToTable("platform_certificate");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
    }
}
