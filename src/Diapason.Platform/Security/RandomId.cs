namespace Diapason.Platform.Security;

/// <summary>An id that tells nothing, where those of the house tell when they were made.</summary>
public static class RandomId
{
#pragma warning disable RS0030 // Version 4 on purpose: keys of these tables must keep no order.
    public static Guid New() => Guid.NewGuid();
#pragma warning restore RS0030
}
