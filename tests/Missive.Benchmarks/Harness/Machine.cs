using System.Globalization;
using System.Runtime.InteropServices;

namespace Missive.Benchmarks.Harness;

/// <summary>What the figures were measured on, and where.</summary>
internal static class Machine
{
    /// <summary>The repository that this program was built from.</summary>
    public static string Repository { get; } = FindRepository();

    public static string Describe()
    {
        var load = File.Exists("/proc/loadavg") ? $", load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} processors{load}, .NET {Environment.Version}");
    }

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "global.json")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The benchmarks run from the repository that they were built in.");
    }
}

/// <summary>A folder that goes away with this program's interest in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("missive-benchmarks-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
