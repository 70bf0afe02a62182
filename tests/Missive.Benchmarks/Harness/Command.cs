using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Missive.Benchmarks.Harness;

/// <summary>Runs other programs.</summary>
internal static class Command
{
    private static readonly TimeSpan PollingInterval = TimeSpan.FromMilliseconds(5);

    /// <summary>The time of a whole process in milliseconds, from its start to its end.</summary>
    public static double Time(string program, params IEnumerable<string> arguments) => Run(program, arguments, _ => { });

    /// <summary>The most memory that a process had at once, in megabytes.</summary>
    public static double PeakMemory(string program, params IEnumerable<string> arguments)
    {
        var peak = 0L;
        Run(program, arguments, process =>
        {
            while (!process.WaitForExit(PollingInterval))
            {
                peak = Math.Max(peak, PeakOf(process));
            }
        });
        return peak / 1e6;
    }

    /// <summary>
    /// The most memory that a process had at once, in megabytes, of one that is over before it can be looked at: the system's
    /// own account of it. Needs GNU time.
    /// </summary>
    public static double PeakMemoryOfShort(string program, params IEnumerable<string> arguments)
    {
        var errors = "";
        Run("time", ["-f", "%M", program, .. arguments], _ => { }, text => errors = text);
        return long.Parse(errors.Trim().Split('\n')[^1], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }

    /// <summary>Publishes a project as the tool is shipped: compiled beforehand for this machine, on the shared framework.</summary>
    /// <returns>The program.</returns>
    public static string Publish(string project, string assembly, string folder)
    {
        Time("dotnet", "publish", Path.Combine(Machine.Repository, project), "--configuration", "Release", "--runtime", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "--output", folder);
        return Path.Combine(folder, assembly + (OperatingSystem.IsWindows() ? ".exe" : ""));
    }

    private static double Run(string program, IEnumerable<string> arguments, Action<Process> watch, Action<string>? takeErrors = null)
    {
        var info = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(info)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        watch(process);
        process.WaitForExit();
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        takeErrors?.Invoke(errors.Result);
        return process.ExitCode == 0 ? elapsed : throw new InvalidOperationException($"{program} {string.Join(' ', info.ArgumentList)} ended with {process.ExitCode}:\n{output.Result}\n{errors.Result}");
    }

    private static long PeakOf(Process process)
    {
        if (!OperatingSystem.IsLinux())
        {
            process.Refresh();
            return process.HasExited ? 0 : process.PeakWorkingSet64;
        }

        try
        {
            var line = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line["VmHWM:".Length..].Trim().Split(' ')[0], CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            // It ended in between.
            return 0;
        }
    }
}
