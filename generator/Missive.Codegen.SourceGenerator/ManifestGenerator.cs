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
    private const string CSharpFolder = "csharp/";

    private static readonly OutputKind Functions = OutputCatalog.Compiled.First(k => k.Per == Per.Group);
    private static readonly OutputKind Types = OutputCatalog.Compiled.First(k => k.Per == Per.TypeFile);
    private static readonly OutputKind Registry = OutputCatalog.Compiled.First(k => k.Per == Per.Registry);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var own = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .SelectMany(static (pair, _) => Present(OwnFile.From(pair.Left, pair.Right)))
            .Collect();
        var texts = own
            .SelectMany(static (files, _) => OwnFiles.InOrder(files))
            .Select(static (file, cancellationToken) => FileText.Of(file, cancellationToken))
            .WithTrackingName(TrackingNames.FileText);
        var templates = texts
            .SelectMany(static (text, _) => Present(text.IsTemplate ? text.ToTemplate() : null))
            .Collect();
        var files = texts
            .Where(static text => !text.IsTemplate)
            .Select(static (text, _) => text.Read())
            .WithTrackingName(TrackingNames.ReadFile);
        var root = files
            .SelectMany(static (file, _) => Content<RootFile>(file))
            .Collect()
            .Select(static (roots, _) => roots.Length == 1 ? roots[0] : null)
            .WithTrackingName(TrackingNames.Root);
        var clashes = FindClashes(files, root);
        var typeFiles = files
            .SelectMany(static (file, _) => Content<TypeFile>(file))
            .Combine(clashes)
            .Select(static (input, _) => input.Right.Mark(input.Left))
            .WithTrackingName(TrackingNames.Types);
        var catalog = typeFiles
            .Collect()
            .Select(static (all, _) => new TypeCatalog(all.ToEquatableArray()))
            .WithTrackingName(TrackingNames.Catalog);
        ReportProblems(context, files, catalog.Combine(clashes));
        AddCode(context, files, root, clashes, typeFiles, catalog, templates
            .Select(static (all, _) => all.Where(t => t.Name.StartsWith(CSharpFolder, StringComparison.Ordinal)).ToEquatableArray())
            .WithTrackingName(TrackingNames.Templates));
        context.RegisterSourceOutput(templates, static (output, all) => Report(output, ManifestRenderer.CheckOverrides(all)));
        context.RegisterSourceOutput(own.Select(static (files, _) => OwnFiles.Rivals(files)).WithTrackingName(TrackingNames.Rivals), static (output, rivals) =>
        {
            foreach (var file in rivals)
            {
                output.ReportDiagnostic(Descriptors.ToRoslyn(OwnFiles.DescribeRival(file), file.Full));
            }
        });
    }

    /// <summary>Finds the types and the client facade whose C# name is taken.</summary>
    private static IncrementalValueProvider<ClassClashes> FindClashes(IncrementalValuesProvider<LocatedFile> files, IncrementalValueProvider<RootFile?> root)
    {
        var functions = files
            .SelectMany(static (file, _) => Content<FunctionFile>(file))
            .Select(static (file, _) => NamesOf.Functions(file))
            .WithTrackingName(TrackingNames.DeclaredFunctions)
            .Collect();
        var types = files
            .SelectMany(static (file, _) => Content<TypeFile>(file))
            .Select(static (file, _) => NamesOf.Types(file))
            .WithTrackingName(TrackingNames.TypeNames)
            .Collect();
        return root
            .Combine(functions.Combine(types))
            .Select(static (input, _) => ClassClashes.Of(input.Left, input.Right.Left, input.Right.Right))
            .WithTrackingName(TrackingNames.ClassClashes);
    }

    /// <summary>Reports what is wrong with each file and between them.</summary>
    private static void ReportProblems(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<LocatedFile> files, IncrementalValueProvider<(TypeCatalog Catalog, ClassClashes Clashes)> found)
    {
        var types = files
            .Where(static file => file.Read.Content is TypeFile or RootFile)
            .Collect()
            .Select(static (all, _) => CrossFileDiagnostics.OfTypes(all))
            .WithTrackingName(TrackingNames.CheckedTypes);
        var crossFile = files
            .Collect()
            .Combine(found)
            .Select(static (input, _) => CrossFileDiagnostics.OfAll(input.Left, input.Right.Catalog, input.Right.Clashes))
            .WithTrackingName(TrackingNames.CrossFile);
        context.RegisterSourceOutput(files.Where(static file => file.Read.Diagnostics.Count > 0), static (output, file) => Report(output, file.Read.Diagnostics, file.FullPath));
        context.RegisterSourceOutput(types, static (output, found) => Report(output, found));
        context.RegisterSourceOutput(crossFile, static (output, found) => Report(output, found));
    }

    /// <summary>Makes the C#: a file a group, a file a type file, and the registry, each from a model that holds no more than shows in it.</summary>
    private static void AddCode(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<LocatedFile> files,
        IncrementalValueProvider<RootFile?> root,
        IncrementalValueProvider<ClassClashes> classClashes,
        IncrementalValuesProvider<TypeFile> typeFiles,
        IncrementalValueProvider<TypeCatalog> catalog,
        IncrementalValueProvider<EquatableArray<TemplateSource>> templates)
    {
        var identity = root
            .Select(static (root, _) => root is null ? null : IdentityOf(root))
            .WithTrackingName(TrackingNames.Identity);
        var typeKinds = catalog
            .Select(static (catalog, _) => TypeKinds.Of(catalog.Files))
            .WithTrackingName(TrackingNames.TypeKinds);

        var checkedGroups = files
            .Where(static file => file.Read.Content is FunctionFile)
            .Combine(catalog.Combine(root))
            .Select(static (input, _) => CheckedGroup.Check(input.Left, input.Right.Left, input.Right.Right))
            .WithTrackingName(TrackingNames.CheckedGroup);
        context.RegisterSourceOutput(checkedGroups.Where(static group => group.Diagnostics.Count > 0), static (output, group) => Report(output, group.Diagnostics, group.FullPath));
        var groups = checkedGroups
            .Select(static (group, _) => group.Sound)
            .WithTrackingName(TrackingNames.Group);
        var functionNames = groups
            .Select(static (group, _) => NamesOf.Functions(group))
            .WithTrackingName(TrackingNames.FunctionNames)
            .Collect();
        var clashes = functionNames
            .Select(static (names, _) => NameClashes.Of(names))
            .WithTrackingName(TrackingNames.NameClashes)
            .Combine(identity);

        var groupSources = groups
            .Combine(clashes)
            .SelectMany(static (input, _) => Present(GroupSource.Of(input.Left, input.Right.Left, input.Right.Right)))
            .WithTrackingName(TrackingNames.GroupSource);
        var typeSources = typeFiles
            .Combine(catalog.Combine(identity))
            .SelectMany(static (input, _) => Present(TypeSource.Of(input.Left, input.Right.Left, input.Right.Right)))
            .WithTrackingName(TrackingNames.TypeSource);
        var registrySource = functionNames
            .Combine(clashes)
            .Combine(classClashes.Combine(root.Combine(catalog)))
            .SelectMany(static (input, _) =>
            {
                var ((names, (clashes, identity)), (rivals, (root, catalog))) = input;
                return Present(rivals.ClientRival is not null ? null : RegistrySource.Of(names, clashes, identity, root, catalog));
            })
            .WithTrackingName(TrackingNames.RegistrySource);

        var settings = typeKinds.Combine(templates);
        var groupFiles = groupSources.Combine(settings).Select(static (input, cancellationToken) =>
        {
            var (source, (kinds, templates)) = input;
            return Renderers.Render(templates, OutputPlan.Group(Functions, source.Root, source.Functions, kinds), cancellationToken);
        }).WithTrackingName(TrackingNames.GroupFile);
        var typesFiles = typeSources.Combine(settings).Select(static (input, cancellationToken) =>
        {
            var (source, (kinds, templates)) = input;
            return Renderers.Render(templates, OutputPlan.Types(Types, source.Root, source.Types, TypeSource.Catalog, kinds), cancellationToken);
        }).WithTrackingName(TrackingNames.TypesFile);
        var registryFile = registrySource.Combine(templates).Select(static (input, cancellationToken) =>
        {
            var (source, templates) = input;
            return Renderers.Render(templates, OutputPlan.Registry(Registry, source.Root, source.Names), cancellationToken);
        }).WithTrackingName(TrackingNames.RegistryFile);
        foreach (var rendered in new[] { groupFiles, typesFiles, registryFile })
        {
            context.RegisterSourceOutput(rendered, static (output, result) => Add(output, result));
        }

        // One mistake of a template shows in every file that it makes.
        var mistakes = groupFiles.Collect().Combine(typesFiles.Collect()).Combine(registryFile.Collect())
            .Select(static (all, _) => MistakesIn([.. all.Left.Left, .. all.Left.Right, .. all.Right]))
            .WithTrackingName(TrackingNames.TemplateMistakes);
        context.RegisterSourceOutput(mistakes, static (output, found) => Report(output, found));
    }

    private static EquatableArray<ManifestDiagnostic> MistakesIn(ImmutableArray<RenderResult> results) =>
        results.Select(r => r.Diagnostic).OfType<ManifestDiagnostic>().Distinct().ToEquatableArray();

    /// <summary>The root file without what only the registry shows, and without groups whose C# name another one has already.</summary>
    private static RootFile IdentityOf(RootFile root) => root with
    {
        Auth = new(),
        Limits = null,
        Settings = default,
        Groups = root.Groups.GroupBy(g => Naming.Group(g.Name), StringComparer.OrdinalIgnoreCase).Select(same => same.First()).ToEquatableArray(),
    };

    private static ImmutableArray<T> Content<T>(LocatedFile file)
        where T : ManifestFile => Present(file.Read.Content as T);

    private static ImmutableArray<T> Present<T>(T? item)
        where T : class => item is null ? [] : ImmutableArray.Create(item);

    private static void Add(SourceProductionContext output, RenderResult result)
    {
        if (result.File is { } file)
        {
            output.AddSource(file.Path.Substring(CSharpFolder.Length), SourceText.From(file.Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)));
        }
    }

    /// <summary>Reports problems of templates, which know their whole path.</summary>
    private static void Report(SourceProductionContext output, IEnumerable<ManifestDiagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            output.ReportDiagnostic(Descriptors.ToRoslyn(diagnostic, diagnostic.Path));
        }
    }

    private static void Report(SourceProductionContext output, CrossFileDiagnostics diagnostics)
    {
        foreach (var (diagnostic, path) in diagnostics.All)
        {
            output.ReportDiagnostic(Descriptors.ToRoslyn(diagnostic, path));
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
