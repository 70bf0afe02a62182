namespace Missive.Tools.Tests.Packaging;

/// <summary>Run alone: a compiler takes the whole machine for a while, and other tests wait for moments.</summary>
[CollectionDefinition(nameof(CompiledAlone), DisableParallelization = true)]
public sealed class CompiledAlone;
