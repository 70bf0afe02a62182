using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Missive.Benchmarks.Harness;
using Missive.Benchmarks.Synthetic;
using Missive.Codegen.SourceGenerator;

namespace Missive.Benchmarks.Parts;

/// <summary>The source generator in a warm compiler, as an editor runs it.</summary>
internal static class GeneratorPart
{
    /// <summary>A keystroke takes too little to be timed alone.</summary>
    private const int EditsAtOnce = 20;

    public static IEnumerable<Row> Run(Settings settings)
    {
        foreach (var size in settings.Sizes)
        {
            var manifest = SyntheticManifest.Create(size);
            var files = manifest.Files.Select(f => (AdditionalText)new MemoryText(f.Key, f.Value)).ToImmutableArray();
            var edited = files.Select(f => f.Path == manifest.SomeFunctions ? new MemoryText(f.Path, manifest.SomeFunctionsEdited) : f).ToImmutableArray();
            var project = new Project();

            // Nothing of the project shows in the first pair: what is compared is the generator's own work.
            var cold = Measure.Compare(settings.Pairs, () => Cold(new ManifestGenerator(), files, project), () => Cold(new EmptyGenerator(), files, project));
            yield return Row.Of($"source generator, {size} functions, cold, against an empty one", cold, target: null);

            var ours = Driver(new ManifestGenerator(), files).RunGenerators(project.Next());
            var empty = Driver(new EmptyGenerator(), files).RunGenerators(project.Next());
            var edit = Measure.Compare(settings.Pairs, () => EditCSharp(ours, project), () => EditCSharp(empty, project));
            yield return Row.Of($"source generator, {size} functions, unrelated C# edit, against an empty one", edit, size switch { 43 => 3, 500 => 5, _ => null });

            // What the compiler itself takes for each source that a generator has, whatever made it.
            var same = Driver(new CopyingGenerator(ours.GetRunResult()), files).RunGenerators(project.Next());
            var own = Measure.Compare(settings.Pairs, () => EditCSharp(ours, project), () => EditCSharp(same, project));
            yield return Row.Of($"source generator, {size} functions, unrelated C# edit, against one that adds the same sources and does nothing else", own, target: null);

            var one = Measure.Compare(settings.Pairs, () => EditFunction(ours, files, edited, project), () => Cold(new ManifestGenerator(), files, project));
            yield return Row.Of($"source generator, {size} functions, edit of one function, against its cold run", one, size switch { 43 => 0.10, 500 => 0.02, _ => null });
        }
    }

    private static double Cold(IIncrementalGenerator generator, ImmutableArray<AdditionalText> files, Project project)
    {
        GeneratorDriver driver = Driver(generator, files);
        var compilation = project.Next();
        return Measure.Time(() => driver = driver.RunGenerators(compilation));
    }

    private static double EditCSharp(GeneratorDriver driver, Project project)
    {
        var compilations = Enumerable.Range(0, EditsAtOnce).Select(_ => project.Next()).ToList();
        return Measure.Time(() => compilations.ForEach(compilation => driver = driver.RunGenerators(compilation))) / EditsAtOnce;
    }

    private static double EditFunction(GeneratorDriver driver, ImmutableArray<AdditionalText> files, ImmutableArray<AdditionalText> edited, Project project)
    {
        var compilation = project.Next();
        return Measure.Time(() =>
        {
            for (var i = 0; i < EditsAtOnce; i++)
            {
                driver = driver.ReplaceAdditionalTexts(i % 2 == 0 ? edited : files).RunGenerators(compilation);
            }
        }) / EditsAtOnce;
    }

    private static CSharpGeneratorDriver Driver(IIncrementalGenerator generator, ImmutableArray<AdditionalText> files) =>
        CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], files, optionsProvider: new Options());

    /// <summary>A project in which somebody types.</summary>
    private sealed class Project
    {
        private const int Files = 50;

        private readonly CSharpCompilation _compilation = CSharpCompilation.Create(
            "Project", Enumerable.Range(0, Files).Select(i => CSharpSyntaxTree.ParseText($"namespace Project; class C{i} {{ int F() => {i}; }}")));

        private int _edits;

        public CSharpCompilation Next() => _compilation.ReplaceSyntaxTree(
            _compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText($"namespace Project; class C0 {{ int F() => {_edits++}; }}"));
    }

    /// <summary>A generator that looks at the same files and makes nothing of them.</summary>
    private sealed class EmptyGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(context.AdditionalTextsProvider, static (_, _) => { });
    }

    /// <summary>A generator that has the sources of a finished run at hand.</summary>
    private sealed class CopyingGenerator(GeneratorDriverRunResult run) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var sources = run.Results[0].GeneratedSources;
            context.RegisterSourceOutput(context.AdditionalTextsProvider.Collect(), (output, _) =>
            {
                foreach (var source in sources)
                {
                    output.AddSource(source.HintName, source.SourceText);
                }
            });
        }
    }

    private sealed class MemoryText(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new FileOptions(null);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new FileOptions(textFile.Path);
    }

    private sealed class FileOptions(string? path) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = key == "build_metadata.AdditionalFiles.MissiveManifest" ? path : null;
            return value is not null;
        }
    }
}
