using Missive.Benchmarks.Harness;
using Missive.Benchmarks.Synthetic;

namespace Missive.Benchmarks.Parts;

/// <summary>Builds of a project that is generated, against the same project with the same C# as ordinary files.</summary>
internal static class BuildPart
{
    private const int Size = 43;

    // Of its own, so that no package from elsewhere is taken for these.
    private const string Version = "99.0.0-benchmark";

    public static IEnumerable<Row> Run(Settings settings)
    {
        using var folder = new TemporaryFolder();
        Pack("build/Missive.Codegen.Package.csproj", folder["feed"]);
        Pack("runtime/Missive.Codegen.Runtime", folder["feed"]);
        NuGetConfiguration.Write(folder.Path, folder["feed"]);
        SyntheticManifest.Create(Size).WriteTo(folder["manifest"]);
        var with = WriteProject(folder["With"], """
              <PropertyGroup>
                <MissiveManifestDirectory>$(MSBuildThisFileDirectory)../manifest</MissiveManifestDirectory>
                <MissiveGeneratedDirectory>$(MSBuildThisFileDirectory)../generated</MissiveGeneratedDirectory>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Missive.Codegen" Version="$(OurVersion)" PrivateAssets="all" />
              </ItemGroup>
            """);
        Build(with, "--configuration", "Release");
        CopyCSharp(folder["generated/csharp"], folder["Without/Generated"]);
        var without = WriteProject(folder["Without"], """
              <ItemGroup>
                <EmbeddedResource Include="../generated/docs/**/*.md;../generated/schemas/**/*.json;../generated/lua/*.lua" WithCulture="false" Type="Non-Resx" />
              </ItemGroup>
            """);
        Build(without, "--configuration", "Release");

        var nothing = Measure.Compare(settings.Pairs, () => Build(with, "--no-restore", "--configuration", "Release"), () => Build(without, "--no-restore", "--configuration", "Release"));
        yield return Row.Of($"dotnet build, {Size} functions, nothing to do, against the same project without us", nothing, 1.05);
        var clean = Measure.Compare(settings.Pairs, () => BuildClean(with), () => BuildClean(without));
        yield return Row.Of($"dotnet build, {Size} functions, clean, against the same C# as ordinary files", clean, 1.20);
    }

    private static void Pack(string project, string feed) =>
        Command.Time("dotnet", "pack", Path.Combine(Machine.Repository, project), $"-p:PackageVersion={Version}", "--output", feed);

    private static string WriteProject(string folder, string content)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, Path.GetFileName(folder) + ".csproj");
        File.WriteAllText(path, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <NuGetAudit>false</NuGetAudit>
                <OurVersion>{Version}</OurVersion>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Missive.Codegen.Runtime" Version="$(OurVersion)" />
              </ItemGroup>
            {content}
            </Project>
            """);
        return path;
    }

    private static void CopyCSharp(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*.cs", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static double BuildClean(string project)
    {
        // What restore wrote stays: it is the same for both, and slow.
        var folder = Path.GetDirectoryName(project)!;
        Directory.Delete(Path.Combine(folder, "bin"), recursive: true);
        Directory.Delete(Path.Combine(folder, "obj", "Release"), recursive: true);
        return Build(project, "--no-restore", "--configuration", "Release");
    }

    private static double Build(string project, params IEnumerable<string> arguments) => Command.Time("dotnet", ["build", project, "--nologo", "--verbosity", "quiet", .. arguments]);
}
