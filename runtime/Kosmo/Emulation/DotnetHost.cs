using System.Runtime.InteropServices;

namespace Kosmo.Emulation;

/// <summary>The program <c>dotnet</c> whose framework this process runs on.</summary>
internal static class DotnetHost
{
    public static string Find()
    {
        // The framework lies in shared/<name>/<version> below the host.
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(host) ? host : name;
    }
}
