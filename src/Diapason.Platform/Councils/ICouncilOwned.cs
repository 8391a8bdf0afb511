namespace Diapason.Platform.Councils;

/// <summary>A row of one council. The context shows only those of its own council: no query says so by hand.</summary>
public interface ICouncilOwned
{
    Guid CouncilId { get; }
}

/// <summary>A row of one council or of none; those of none are seen across councils only.</summary>
public interface IPerhapsCouncilOwned
{
    Guid? CouncilId { get; }
}
