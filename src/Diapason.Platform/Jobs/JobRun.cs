using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Platform.Jobs;

/// <summary>When a job is next due and who holds it: one row a job, so that several machines share the clock.</summary>
internal sealed class JobRun
{
    public required string Name { get; init; }
    public required DateTime DueAt { get; set; }

    /// <summary>Until then nobody else may run it; a machine that dies loses it by itself.</summary>
    public DateTime? HeldUntil { get; set; }

    public DateTime? LastDoneAt { get; set; }

    /// <summary>In a row, since it last went well.</summary>
    public int Failures { get; set; }

    /// <summary>The kind of the last of them.</summary>
    public string? LastFailure { get; set; }
}

internal sealed class JobRunMapping : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.ToTable("platform_job_run");
        builder.HasKey(j => j.Name);
    }
}
