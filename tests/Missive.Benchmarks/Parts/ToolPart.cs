using Missive.Benchmarks.Harness;

namespace Missive.Benchmarks.Parts;

/// <summary>Whole processes of the published tool, against a program that only reads the same YAML.</summary>
internal static class ToolPart
{
    private const int TargetSize = 43;

    public static IEnumerable<Row> Run(Settings settings)
    {
        using var tool = new PublishedTool();
        foreach (var size in settings.Sizes)
        {
            tool.Prepare(size);
            var all = Measure.Compare(settings.Pairs, () => tool.GenerateAll(size), () => tool.Read(size));
            yield return Row.Of($"tool, {size} functions, everything written, against reading the YAML", all, size == TargetSize ? 2.0 : null);
            var nothing = Measure.Compare(settings.Pairs, () => tool.GenerateAgain(size), () => tool.Read(size));
            yield return Row.Of($"tool, {size} functions, nothing to change, against reading the YAML", nothing, size == TargetSize ? 1.5 : null);
        }
    }
}

/// <summary>How the time grows with the manifest.</summary>
internal static class ScalingPart
{
    public static IEnumerable<Row> Run(Settings settings)
    {
        using var tool = new PublishedTool();
        tool.Prepare(500);
        tool.Prepare(5000);
        var all = Measure.Compare(settings.Pairs, () => tool.GenerateAll(5000), () => tool.GenerateAll(500), warmUps: 1);
        yield return Row.Of("tool, everything written, 5,000 functions against 500", all, 10.5);
        var nothing = Measure.Compare(settings.Pairs, () => tool.GenerateAgain(5000), () => tool.GenerateAgain(500), warmUps: 1);
        yield return Row.Of("tool, nothing to change, 5,000 functions against 500", nothing, 10.5);
    }
}

/// <summary>How much memory the largest manifest takes.</summary>
internal static class MemoryPart
{
    private const int Runs = 5;

    public static IEnumerable<Row> Run(Settings settings)
    {
        using var tool = new PublishedTool();
        tool.Prepare(5000);
        foreach (var (what, run) in new (string, Func<int, double>)[] { ("everything written", tool.PeakMemory), ("nothing to change", tool.PeakMemoryAgain) })
        {
            var peak = Measure.Median(Enumerable.Range(0, Runs).Select(_ => run(5000)));
            yield return new($"tool, 5,000 functions, {what}, peak memory", $"{peak:0} MB", "", peak, 250, "MB");
        }
    }
}
