/// <summary>Lets a project outside of this repository restore from a folder of packages.</summary>
internal static class NuGetConfiguration
{
    /// <summary>
    /// Writes it into the project's folder. New packages stay there, so that no other project meets them; what this
    /// machine has is taken from where it is.
    /// </summary>
    /// <param name="folder">The folder of the project, or one above it.</param>
    /// <param name="feed">The folder of packages.</param>
    public static void Write(string folder, string feed)
    {
        var known = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } chosen
            ? chosen
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget/packages");
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><clear /><add key="feed" value="{feed}" /></packageSources>
              <fallbackPackageFolders><clear /><add key="known" value="{known}" /></fallbackPackageFolders>
            </configuration>
            """);
    }
}
