using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Missive.Benchmarks.Harness;

/// <summary>
/// Runs a part in a process of its own, with the compiler settings that programs have as a rule. This program goes without
/// tiers, which suits what runs once; a client that makes call after call lives from them.
/// </summary>
internal static class OwnProcess
{
    /// <summary>The command of this program that measures one part and writes its rows as JSON, one a line.</summary>
    public const string Command = "part";

    public static IEnumerable<Row> Run(string part, Settings settings)
    {
        var info = new ProcessStartInfo(Environment.ProcessPath!, [Command, part, settings.Pairs.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_TieredCompilation"] = "1" },
        };
        using var process = Process.Start(info)!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            yield return JsonSerializer.Deserialize<Row>(line)!;
        }

        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The part '{part}' ended with {process.ExitCode}.");
        }
    }
}
