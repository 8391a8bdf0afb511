namespace Diapason.Accounts.Mine;

/// <summary>What a new password must be: long, nothing else. Rules on symbols make people write passwords down.</summary>
internal static class ChosenPassword
{
    public const int Shortest = 12;
    public const int Longest = 128;
}
