using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Missive.Codegen.Emit;
using Xunit;

namespace Missive.Codegen.SourceGenerator.Tests.Support;

/// <summary>
/// A run of the generator. Whatever a test looks at, every run is followed by a second one, which has to recompute
/// nothing: on a fresh compilation, and on fresh objects of the same texts. And no step may hold what belongs to a compilation.
/// </summary>
internal sealed class GeneratorRun
{
    private readonly GeneratorDriver _driver;
    private readonly ManifestFiles _files;

    private GeneratorRun(GeneratorDriver driver, ManifestFiles files, bool sawOtherFiles = false)
    {
        (_driver, _files) = (driver, files);
        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        Steps = result;
        CacheGuard.AssertHoldsNoCompilerObjects(result);
        if (!sawOtherFiles)
        {
            // Where it tracks steps, and only there, the compiler mixes entries up in the run after files came or went; EditSequenceTests do without tracking.
            CacheGuard.AssertRecomputesNothing(Go(driver, files, Compilation("class Fresh;")).GetRunResult().Results.Single());
        }

        var fresh = Go(NewDriver(new ManifestGenerator()), files, Compilation("class Empty;"));
        CacheGuard.AssertRecomputesNothing(Go(fresh, files.Copied(), Compilation("class Fresh;")).GetRunResult().Results.Single());
    }

    public GeneratorRunResult Steps { get; }

    /// <summary>The generated texts by hint name.</summary>
    public IReadOnlyDictionary<string, string> Sources => Steps.GeneratedSources.ToDictionary(s => s.HintName, s => s.SourceText.ToString());

    /// <summary>The diagnostics as the build prints them, without the folder and the message.</summary>
    public IEnumerable<string> Problems => Steps.Diagnostics.Select(Describe).Order(StringComparer.Ordinal);

    /// <summary>The manifest files that this run read.</summary>
    public IEnumerable<string> FilesRead => Recomputed(TrackingNames.ReadFile).Cast<LocatedFile>().Select(f => f.Read.Path).Order(StringComparer.Ordinal);

    /// <summary>The generated files that this run rendered, whether their text changed or not.</summary>
    public IEnumerable<string> FilesRendered => new[] { TrackingNames.GroupFile, TrackingNames.TypesFile, TrackingNames.RegistryFile }
        .SelectMany(name => Steps.TrackedSteps.GetValueOrDefault(name, []))
        .SelectMany(step => step.Outputs)
        .Where(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Removed))
        .Select(output => ((RenderResult)output.Value).File)
        .OfType<OutputFile>()
        .Select(file => file.Path["csharp/".Length..])
        .Order(StringComparer.Ordinal);

    /// <summary>Runs the generator over a project with these additional files.</summary>
    public static GeneratorRun Of(ManifestFiles files) => new(Go(NewDriver(new ManifestGenerator()), files, Compilation("class Empty;")), files);

    public static GeneratorDriver NewDriver(IIncrementalGenerator generator) => CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()],
        optionsProvider: new AdditionalFile.OptionsProvider(),
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Goes on with other additional files, as an editor does after a keystroke.</summary>
    public GeneratorRun Then(Func<ManifestFiles, ManifestFiles> change)
    {
        var files = change(_files);
        var sawOtherFiles = !files.All.Select(f => f.Path).ToHashSet().SetEquals(_files.All.Select(f => f.Path));
        return new(Go(_driver, files, Compilation("class Empty;")), files, sawOtherFiles);
    }

    /// <summary>Goes on after an edit of C# that has nothing to do with the manifest.</summary>
    public GeneratorRun ThenEditCSharp(string code) => new(_driver.RunGenerators(Compilation(code), TestContext.Current.CancellationToken), _files);

    /// <summary>The values of a step that did run again.</summary>
    public IEnumerable<object> Recomputed(string step) => Steps.TrackedSteps.TryGetValue(step, out var runs)
        ? runs.SelectMany(run => run.Outputs).Where(o => o.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified).Select(o => o.Value)
        : [];

    /// <summary>The message of the only diagnostic of this rule.</summary>
    public string MessageOf(string id) => Steps.Diagnostics.Single(d => d.Id == id).GetMessage(CultureInfo.InvariantCulture);

    public static CSharpCompilation Compilation(params IEnumerable<string> code) => CSharpCompilation.Create(
        "Project", code.Select(text => CSharpSyntaxTree.ParseText(text, cancellationToken: TestContext.Current.CancellationToken)));

    private static GeneratorDriver Go(GeneratorDriver driver, ManifestFiles files, Compilation compilation) =>
        driver.ReplaceAdditionalTexts([.. files.All]).RunGenerators(compilation, TestContext.Current.CancellationToken);

    private static string Describe(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        var path = place.Path.Replace(ManifestFiles.Folder, "", StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"{path}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): {diagnostic.Id}");
    }
}
