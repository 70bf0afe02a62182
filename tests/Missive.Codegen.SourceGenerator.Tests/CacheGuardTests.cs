using Microsoft.CodeAnalysis;
using Missive.Codegen.SourceGenerator.Tests.Support;
using Xunit;
using Xunit.Sdk;

namespace Missive.Codegen.SourceGenerator.Tests;

/// <summary>Guards that cannot fail guard nothing.</summary>
public sealed class CacheGuardTests
{
    [Fact]
    public void EveryNamedStepIsPartOfARun() =>
        Assert.Empty(CacheGuard.StepNames.Except(GeneratorRun.Of(ManifestFiles.Library).Steps.TrackedSteps.Keys));

    [Fact]
    public void AModelThatComparesByReferenceIsNoticed()
    {
        var result = RunTwice(new Carrier(static _ => new object()));

        Assert.Throws<TrueException>(() => CacheGuard.AssertRecomputesNothing(result));
    }

    [Fact]
    public void AModelThatComparesByValueIsNot()
    {
        var result = RunTwice(new Carrier(static compilation => new Model([compilation.AssemblyName!])));

        CacheGuard.AssertRecomputesNothing(result);
        CacheGuard.AssertHoldsNoCompilerObjects(result);
    }

    [Fact]
    public void ASymbolDeepInAModelIsNoticed() =>
        AssertNoticed(static compilation => new Model([compilation.Assembly.GlobalNamespace]));

    [Fact]
    public void ASyntaxTreeDeepInAModelIsNoticed() =>
        AssertNoticed(static compilation => new Model([new Model([compilation.SyntaxTrees.First()])]));

    [Fact]
    public void ALocationDeepInAModelIsNoticed() =>
        AssertNoticed(static compilation => new Model([(1, compilation.SyntaxTrees.First().GetRoot().GetLocation())]));

    [Fact]
    public void ACompilationIsNoticed() => AssertNoticed(static compilation => compilation);

    private static void AssertNoticed(Func<Compilation, object> model)
    {
        var result = RunTwice(new Carrier(model));

        Assert.Throws<FalseException>(() => CacheGuard.AssertHoldsNoCompilerObjects(result));
    }

    private static GeneratorRunResult RunTwice(IIncrementalGenerator generator) => GeneratorRun.NewDriver(generator)
        .RunGenerators(GeneratorRun.Compilation("class A;"), TestContext.Current.CancellationToken)
        .RunGenerators(GeneratorRun.Compilation("class B;"), TestContext.Current.CancellationToken)
        .GetRunResult().Results.Single();

    private sealed record Model(IReadOnlyList<object> Parts)
    {
        public bool Equals(Model? other) => other is not null && Parts.SequenceEqual(other.Parts);

        public override int GetHashCode() => Parts.Count;
    }

    /// <summary>A generator with one named step that holds what <paramref name="model"/> makes of the compilation.</summary>
    private sealed class Carrier(Func<Compilation, object> model) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.CompilationProvider.Select((compilation, _) => model(compilation)).WithTrackingName("Model"),
            static (_, _) => { });
    }
}
