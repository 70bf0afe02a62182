using System.Diagnostics;
using System.Globalization;

namespace Kosmo.Tests.Support;

/// <summary>The real executable: the one in Kosmo's own output, or the one that KOSMO_TEST_EXECUTABLE names, such as a published one.</summary>
internal static class KosmoProgram
{
    public static string Path { get; } = Environment.GetEnvironmentVariable("KOSMO_TEST_EXECUTABLE") is { Length: > 0 } chosen
        ? chosen
        : Built();

    /// <summary>Runs it to its end.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables to set, or with null to remove.</param>
    /// <param name="input">Standard input; empty for an input that ends at once.</param>
    /// <param name="directory">The folder to run in.</param>
    /// <param name="program">Another program to run instead, such as a shell.</param>
    public static async Task<KosmoResult> RunAsync(
        IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> environment, string input = "", string? directory = null, string? program = null)
    {
        using var process = Start(program ?? Path, arguments, environment, directory);
        var token = TestContext.Current.CancellationToken;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(token);
            var error = process.StandardError.ReadToEndAsync(token);
            await WriteAsync(process, input);
            await process.WaitForExitAsync(token);
            return new KosmoResult(process.ExitCode, await output, await error);
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    public static Process Start(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> environment, string? directory = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = directory ?? "",
        };
        foreach (var (name, value) in environment)
        {
            if (value is null)
            {
                start.Environment.Remove(name);
            }
            else
            {
                start.Environment[name] = value;
            }
        }

        return Process.Start(start)!;
    }

    /// <summary>Sends a signal, such as INT.</summary>
    public static async Task SignalAsync(Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    // Outputs lie side by side: artifacts/bin/<project>/<configuration>.
    private static string Built()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return System.IO.Path.Combine(own.Parent!.Parent!.FullName, "Kosmo", own.Name, OperatingSystem.IsWindows() ? "kosmo.exe" : "kosmo");
    }

    // A program that has no use for its input may be gone before it is written.
    private static async Task WriteAsync(Process process, string input)
    {
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
        }
    }
}
