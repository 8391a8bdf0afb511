namespace Diapason.Platform.Startup;

/// <summary>A setting without which the program cannot even begin. Says what is expected, never what was given: it may hold a secret.</summary>
internal sealed class SettingRefused(string setting, string expected) : Exception($"the setting {setting} cannot be read. Expected: {expected}");
