namespace Kosmo.Lua.Worker;

/// <summary>How kosmo starts itself.</summary>
/// <param name="Path">The program.</param>
/// <param name="Arguments">What comes before the arguments proper.</param>
internal sealed record OwnProgram(string Path, IReadOnlyList<string> Arguments)
{
    public static OwnProgram Find()
    {
        var path = Environment.ProcessPath ?? throw new PlatformNotSupportedException("The system does not tell where this program lies.");

        // Run as `dotnet kosmo.dll`, the process is dotnet's.
        return System.IO.Path.GetFileNameWithoutExtension(path) is "dotnet"
            ? new(path, [System.IO.Path.Combine(AppContext.BaseDirectory, "kosmo.dll")])
            : new(path, []);
    }
}
