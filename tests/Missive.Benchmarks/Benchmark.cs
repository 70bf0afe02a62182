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
}
