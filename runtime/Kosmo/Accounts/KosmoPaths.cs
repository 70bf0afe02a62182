using Kosmo.Output;

namespace Kosmo.Accounts;

/// <summary>Where kosmo keeps what is configured.</summary>
internal static class KosmoPaths
{
    public const string DirectoryVariable = "KOSMO_CONFIG_DIR";

    /// <summary>The user's own folder: <c>KOSMO_CONFIG_DIR</c>, or <c>kosmo</c> below the system's folder for configuration.</summary>
    public static string ConfigurationDirectory()
    {
        if (Environment.GetEnvironmentVariable(DirectoryVariable) is { Length: > 0 } chosen)
        {
            return Path.GetFullPath(chosen);
        }

        if (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS())
        {
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "kosmo");
        }

        // The base directory specification has relative values ignored.
        return Environment.GetEnvironmentVariable("XDG_CONFIG_HOME") is { } root && Path.IsPathRooted(root)
            ? Path.Combine(root, "kosmo")
            : Path.Combine(Home(), ".config", "kosmo");
    }

    // Without it the path would be one below the folder at hand, and tokens would end up there.
    private static string Home() => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home
        ? home
        : throw new KosmoException("store", $"There is no home folder to keep the configuration in. Set {DirectoryVariable} to a folder of yours.");
}
