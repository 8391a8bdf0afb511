namespace Diapason.Accounts.SignIn;

/// <summary>How somebody came in.</summary>
internal sealed record SignInWay
{
    /// <summary>By a mailed link: they may choose a password without telling the former one.</summary>
    public bool ByLink { get; init; }

    /// <summary>By a provider that asked for several factors: the second step is passed as long as the session lasts.</summary>
    public bool IsMultiFactor { get; init; }

    /// <summary>They have just shown who they are.</summary>
    public bool IsFresh { get; init; } = true;
}
