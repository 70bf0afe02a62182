using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Missive.Codegen.Diagnostics;
using Missive.Codegen.Emit;
using Missive.Codegen.Emit.Views;
using Missive.Codegen.Model;
using Missive.Codegen.Validation;
using OutputKind = Missive.Codegen.Emit.OutputKind;

namespace Missive.Codegen.SourceGenerator;

/// <summary>
/// Turns the manifest into C#, and its problems into diagnostics. Depends on the manifest's files alone: an edit of
/// C# recomputes nothing, an edit of one function reads its file and renders its group.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ManifestGenerator : IIncrementalGenerator
{
    private static readonly OutputKind Functions = OutputCatalog.CSharp.First(k => k.Per == Per.Group);
    private static readonly OutputKind Types = OutputCatalog.CSharp.First(k => k.Per == Per.TypeFile);
    private static readonly OutputKind Registry = OutputCatalog.CSharp.First(k => k.Per == Per.Manifest);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => AdditionalManifestFile.From(pair.Left, pair.Right))
            .Where(static file => file is not null)
            .Select(static (file, cancellationToken) => file!.Read(cancellationToken))
            .WithTrackingName(TrackingNames.ReadFile);
        var templates = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, cancellationToken) => AdditionalManifestFile.ReadTemplate(pair.Left, pair.Right, cancellationToken))
            .Where(static template => template is not null)
            .Collect()
            .Select(static (all, _) => all.Select(t => t!).OrderBy(t => t.Name, StringComparer.Ordinal).ToEquatableArray())
            .WithTrackingName(TrackingNames.Templates);

        var root = files
            .Where(static file => file.Read.Content is RootFile)
            .Select(static (file, _) => (RootFile)file.Read.Content!)
            .Collect()
            .Select(static (roots, _) => roots.Length == 1 ? roots[0] : null)
            .WithTrackingName(TrackingNames.Root);
        var typeFiles = files
            .Where(static file => file.Read.Content is TypeFile)
            .Select(static (file, _) => (TypeFile)file.Read.Content!)
            .WithTrackingName(TrackingNames.Types);
        var catalog = typeFiles
            .Collect()
            .Select(static (all, _) => new TypeCatalog(InOrder(all)))
            .WithTrackingName(TrackingNames.Catalog);
        var typeKinds = typeFiles
            .Collect()
            .Select(static (all, _) => TypeKinds.Of(InOrder(all)))
            .WithTrackingName(TrackingNames.TypeKinds);

        var checkedGroups = files
            .Where(static file => file.Read.Content is FunctionFile)
            .Combine(catalog.Combine(root))
            .Select(static (input, _) => CheckedGroup.Check(input.Left, input.Right.Left, input.Right.Right))
            .WithTrackingName(TrackingNames.CheckedGroup);
        var groups = checkedGroups
            .Select(static (group, _) => group.Sound)
            .WithTrackingName(TrackingNames.Group);
        var names = groups
            .Collect()
            .Combine(root)
            .Select(static (input, _) => input.Right is { } known ? RegistryNames.Of(known, ManifestChecker.InOrderOf(known, input.Left)) : null)
            .WithTrackingName(TrackingNames.RegistryNames);

        var shared = root.Combine(typeKinds).Combine(templates);
        context.RegisterSourceOutput(groups.Combine(shared), static (output, input) =>
        {
            var (group, ((root, kinds), templates)) = input;
            if (root is not null)
            {
                Add(output, Renderers.For(templates).RenderGroup(Functions, root, group, kinds, output.CancellationToken));
            }
        });
        context.RegisterSourceOutput(typeFiles.Combine(catalog).Combine(shared), static (output, input) =>
        {
            var ((file, catalog), ((root, kinds), templates)) = input;
            if (root is not null)
            {
                Add(output, Renderers.For(templates).RenderTypes(Types, root, file, catalog, kinds, output.CancellationToken));
            }
        });
        context.RegisterSourceOutput(names.Combine(shared), static (output, input) =>
        {
            var (names, ((root, _), templates)) = input;
            if (root is not null && names is not null)
            {
                Add(output, Renderers.For(templates).RenderRegistry(Registry, root, names, output.CancellationToken));
            }
        });

        var crossFile = files
            .Collect()
            .Select(static (all, _) => CrossFileDiagnostics.Of(all))
            .WithTrackingName(TrackingNames.CrossFile);
        context.RegisterSourceOutput(files, static (output, file) => Report(output, file.Read.Diagnostics, file.FullPath));
        context.RegisterSourceOutput(checkedGroups, static (output, group) => Report(output, group.Diagnostics, group.FullPath));
        context.RegisterSourceOutput(crossFile, static (output, diagnostics) =>
        {
            foreach (var (diagnostic, path) in diagnostics.All)
            {
                output.ReportDiagnostic(Descriptors.ToRoslyn(diagnostic, path));
            }
        });
    }

    private static EquatableArray<TypeFile> InOrder(ImmutableArray<TypeFile> files) =>
        files.OrderBy(f => f.Path, StringComparer.Ordinal).ToEquatableArray();

    private static void Add(SourceProductionContext output, RenderResult result)
    {
        if (result.Diagnostic is { } diagnostic)
        {
            output.ReportDiagnostic(Descriptors.ToRoslyn(diagnostic, diagnostic.Path));
        }
        else
        {
            output.AddSource(result.File!.Path.Substring("csharp/".Length), SourceText.From(result.File.Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)));
        }
    }

    private static void Report(SourceProductionContext output, EquatableArray<ManifestDiagnostic> diagnostics, string fullPath)
    {
        foreach (var diagnostic in diagnostics)
        {
            output.ReportDiagnostic(Descriptors.ToRoslyn(diagnostic, fullPath));
        }
    }
}
