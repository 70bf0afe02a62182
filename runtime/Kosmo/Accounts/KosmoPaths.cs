namespace Kosmo.Accounts;

/// <summary>Where kosmo keeps what is configured.</summary>
internal static class KosmoPaths
{
    public const string DirectoryVariable = "KOSMO_CONFIG_DIR";

    /// <summary>
    /// The user's own folder: <c>KOSMO_CONFIG_DIR</c>, or <c>kosmo</c> below the system's folder for configuration; null where
    /// the user has no home, as in some containers.
    /// </summary>
    public static string? ConfigurationDirectory()
    {
        if (Environment.GetEnvironmentVariable(DirectoryVariable) is { Length: > 0 } chosen)
        {
            return Path.GetFullPath(chosen);
        }

        if (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS())
        {
            return Below(Environment.SpecialFolder.ApplicationData, "kosmo");
        }

        // The base directory specification has relative values ignored.
        return Environment.GetEnvironmentVariable("XDG_CONFIG_HOME") is { } root && Path.IsPathRooted(root)
            ? Path.Combine(root, "kosmo")
            : Below(Environment.SpecialFolder.UserProfile, ".config", "kosmo");
    }

    // Below a relative one, tokens would end up in whatever folder is at hand.
    private static string? Below(Environment.SpecialFolder folder, params ReadOnlySpan<string> names)
        => Environment.GetFolderPath(folder, Environment.SpecialFolderOption.DoNotVerify) is var root && Path.IsPathFullyQualified(root)
            ? Path.Combine([root, .. names])
            : null;
}
