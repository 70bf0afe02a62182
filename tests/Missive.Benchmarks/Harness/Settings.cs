namespace Missive.Benchmarks.Harness;

/// <summary>What the command line asks for.</summary>
/// <param name="Sizes">Numbers of functions.</param>
/// <param name="Pairs">How many pairs to measure.</param>
internal sealed record Settings(IReadOnlyList<int> Sizes, int Pairs);
