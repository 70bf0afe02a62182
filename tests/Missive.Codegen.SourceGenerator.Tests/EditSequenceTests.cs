using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Missive.Codegen.SourceGenerator.Tests.Support;
using Xunit;

namespace Missive.Codegen.SourceGenerator.Tests;

/// <summary>What an editor makes of a long session, which nothing but the last state of the files may show in.</summary>
public sealed class EditSequenceTests
{
    private static readonly string[] Paths = [.. ManifestFiles.Library.All.Select(f => f.Path[ManifestFiles.Folder.Length..])];

    [Fact]
    public void AfterAnyEditsTheResultIsThatOfAFreshRun()
    {
        for (var seed = 0; seed < 25; seed++)
        {
            // Repeatable, so that a failing session can be looked at.
            var random = new Random(seed);
            var (driver, files) = ((GeneratorDriver)NewDriver(), ManifestFiles.Library);
            for (var step = 0; step < 20; step++)
            {
                files = Change(files, random);
                driver = Run(driver, files);

                Assert.True(Describe(driver) == Describe(Run(NewDriver(), files)), $"Session {seed} differs after step {step}.");
            }
        }
    }

    private static ManifestFiles Change(ManifestFiles files, Random random)
    {
        var path = Paths[random.Next(Paths.Length)];
        var original = ManifestFiles.Library[path];
        return random.Next(7) switch
        {
            0 => files.Without(path),
            1 or 2 => files.With(path, original),
            3 => files.With(path, original[..random.Next(original.Length)]),
            4 => files.With(path, original.Replace("description: ", "description: Edited, ", StringComparison.Ordinal)),
            5 => files.Reversed(),
            _ => files.Copied(),
        };
    }

    private static CSharpGeneratorDriver NewDriver() => CSharpGeneratorDriver.Create([new ManifestGenerator().AsSourceGenerator()], optionsProvider: new AdditionalFile.OptionsProvider());

    private static GeneratorDriver Run(GeneratorDriver driver, ManifestFiles files) =>
        driver.ReplaceAdditionalTexts([.. files.All]).RunGenerators(GeneratorRun.Compilation("class Edited;"), TestContext.Current.CancellationToken);

    private static string Describe(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.Single();
        return string.Join("\n", [
            .. result.GeneratedSources.Select(s => $"{s.HintName}: {s.SourceText}").Order(StringComparer.Ordinal),
            .. result.Diagnostics.Select(d => d.ToString()).Order(StringComparer.Ordinal),
            result.Exception?.ToString() ?? "",
        ]);
    }
}
