using System.Reflection;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Missive.Codegen.SourceGenerator.Tests.Support;

/// <summary>What makes a generator cheap in an editor, as assertions.</summary>
internal static class CacheGuard
{
    /// <summary>Every step that has a name; a new one counts by itself.</summary>
    public static IReadOnlyList<string> StepNames { get; } =
        [.. typeof(TrackingNames).GetFields(BindingFlags.Static | BindingFlags.Public).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!)];

    /// <summary>Fails when a step with a name, or an output, is not as it was before.</summary>
    public static void AssertRecomputesNothing(GeneratorRunResult result)
    {
        foreach (var (name, steps) in result.TrackedSteps.Where(s => !IsTheCompilers(s.Key)))
        {
            foreach (var reason in steps.SelectMany(step => step.Outputs).Select(output => output.Reason))
            {
                Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"The step {name} ran again: {reason}.");
            }
        }
    }

    /// <summary>Fails when a step with a name holds a symbol, a syntax tree or the like, which would keep a whole compilation alive and never compare equal.</summary>
    public static void AssertHoldsNoCompilerObjects(GeneratorRunResult result)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var (name, steps) in result.TrackedSteps.Where(s => !IsTheCompilers(s.Key) && !result.TrackedOutputSteps.ContainsKey(s.Key)))
        {
            foreach (var output in steps.SelectMany(step => step.Outputs))
            {
                Visit(output.Value, name, seen);
            }
        }
    }

    /// <summary>The steps that feed the generator, which hold what the compiler put into them.</summary>
    private static bool IsTheCompilers(string step) => step is "Compilation" or "ParseOptions" or "AdditionalTexts" or "AnalyzerConfigOptions" or "MetadataReferences" || step.StartsWith("compilation", StringComparison.Ordinal);

    private static void Visit(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string or Type or Delegate || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || (!value.GetType().IsValueType && !seen.Add(value)))
        {
            return;
        }

        Assert.False(
            value is ISymbol or SyntaxNode or SyntaxToken or SyntaxTree or SyntaxReference or Compilation or SemanticModel or Location,
            $"{path} holds {value.GetType().Name}, which belongs to a compilation.");
        foreach (var item in value as Array ?? Array.Empty<object>())
        {
            Visit(item, path + "[]", seen);
        }

        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Where(f => !f.FieldType.IsPointer && !f.FieldType.IsByRefLike))
            {
                Visit(field.GetValue(value), $"{path}.{field.Name}", seen);
            }
        }
    }
}
