using System.Text.Json;
using Missive.Benchmarks.Harness;
using Missive.Benchmarks.Parts;

namespace Missive.Benchmarks;

/// <summary>All parts, in the order of the report.</summary>
internal static class Benchmark
{
    private static readonly Dictionary<string, Func<Settings, IEnumerable<Row>>> Parts = new(StringComparer.Ordinal)
    {
        ["stages"] = StagesPart.Run,
        ["tool"] = ToolPart.Run,
        ["scaling"] = ScalingPart.Run,
        ["memory"] = MemoryPart.Run,
        ["generator"] = GeneratorPart.Run,
        ["build"] = BuildPart.Run,
        ["lua"] = LuaPart.Run,
        ["kosmo"] = KosmoPart.Run,
        ["call"] = settings => OwnProcess.Run("call", settings),
        ["walk"] = settings => OwnProcess.Run("walk", settings),
    };

    // In processes of their own, started by the parts of the same names.
    private static readonly Dictionary<string, Func<Settings, IEnumerable<Row>>> OwnParts = new(StringComparer.Ordinal)
    {
        ["call"] = CallPart.Run,
        ["walk"] = WalkPart.Run,
    };

    public static IReadOnlyCollection<string> PartNames => Parts.Keys;

    public static void Run(IEnumerable<string> names, Settings settings, TextWriter output)
    {
        output.WriteLine($"{Machine.Describe()}; {settings.Pairs} pairs in alternation, medians; a difference under 5 % is noise.");
        output.WriteLine();
        output.WriteLine(Row.Header);
        foreach (var name in names)
        {
            foreach (var row in Parts[name](settings))
            {
                output.WriteLine(row);
                output.Flush();
            }
        }
    }

    /// <summary>Measures a part in this process and writes its rows as JSON.</summary>
    public static void RunOwn(string name, Settings settings, TextWriter output)
    {
        foreach (var row in OwnParts[name](settings))
        {
            output.WriteLine(JsonSerializer.Serialize(row));
            output.Flush();
        }
    }
}
