namespace Diapason.Platform.Privacy;

/// <summary>A cookie the house or a module leaves on a device, as the privacy page tells it.</summary>
/// <param name="Name">Its beginning, ending in a dot or a dash, when a council's or a campaign's name follows.</param>
/// <param name="Use">Key of what it is for.</param>
/// <param name="Life">How long it stays; null until the browser is closed.</param>
public sealed record DeviceCookie(string Name, string Use, TimeSpan? Life);

/// <summary>Something kept on our side for a while, as the privacy page tells it.</summary>
/// <param name="Text">Key of the sentence, in which <c>{0}</c> is the time.</param>
/// <param name="Life">How long; null when the sentence says it, or when it goes with the answers.</param>
public sealed record KeptFor(string Text, TimeSpan? Life);
