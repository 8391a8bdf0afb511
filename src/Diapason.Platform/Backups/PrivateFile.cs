namespace Diapason.Platform.Backups;

/// <summary>A file that only the account which makes it reads: it holds answers, or a key.</summary>
internal static class PrivateFile
{
    public static FileStream Create(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        // Windows gives a file the rights of its folder.
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return File.Open(path, options);
    }
}
