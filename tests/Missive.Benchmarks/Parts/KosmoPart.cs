using System.Runtime.InteropServices;
using Missive.Benchmarks.Harness;

namespace Missive.Benchmarks.Parts;

/// <summary>Whole processes of kosmo: native against the Lua interpreter, and as it is built against a program that does nothing.</summary>
internal static class KosmoPart
{
    private const int MemoryRuns = 5;

    private static readonly string[] Script = ["integrations:lua", "--eval", "print(1)"];
    private static readonly string[] Schema = ["integrations:schema", "missive.create_draft"];

    public static IEnumerable<Row> Run(Settings settings)
    {
        using var folder = new TemporaryFolder();
        var native = PublishNative(folder["native"]);
        foreach (var (what, arguments) in new[] { ("a script", Script), ("a schema", Schema) })
        {
            var pair = Measure.Compare(settings.Pairs, () => Command.Time(native, arguments), () => Command.Time("lua5.4", "-e", "print(1)"));
            yield return Row.Of($"native kosmo, {what}, against lua5.4 -e 'print(1)'", pair, 5);
            var peak = Measure.Median(Enumerable.Range(0, MemoryRuns).Select(_ => Command.PeakMemoryOfShort(native, arguments)));
            yield return new Row($"native kosmo, {what}, peak memory", $"{peak:0} MB", "", peak, 30, "MB");
        }

        var built = Build(Path.Combine(Machine.Repository, "runtime", "Kosmo"), "kosmo", folder["kosmo"]);
        var nothing = Build(WriteHello(folder["hello"]), "hello", folder["hello-built"]);
        var start = Measure.Compare(settings.Pairs, () => Command.Time(built, Script), () => Command.Time(nothing));
        yield return Row.Of("kosmo as it is built, a script, against a .NET hello world", start, 2.5);
    }

    private static string PublishNative(string folder)
    {
        Command.Time("dotnet", "publish", Path.Combine(Machine.Repository, "runtime", "Kosmo"), "--configuration", "Release", "--runtime", RuntimeInformation.RuntimeIdentifier, "--output", folder, "-p:PublishEmulator=false");
        return Program(folder, "kosmo");
    }

    private static string Build(string project, string assembly, string folder)
    {
        Command.Time("dotnet", "build", project, "--configuration", "Release", "--output", folder);
        return Program(folder, assembly);
    }

    private static string Program(string folder, string assembly) => Path.Combine(folder, assembly + (OperatingSystem.IsWindows() ? ".exe" : ""));

    private static string WriteHello(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "hello.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
              </PropertyGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), "System.Console.WriteLine(\"Hello, World!\");\n");
        return folder;
    }
}
