using Missive.Benchmarks.Harness;
using Missive.Benchmarks.Synthetic;

namespace Missive.Benchmarks.Parts;

/// <summary>The tool and the program that only reads YAML, published alike, and manifests on disk.</summary>
internal sealed class PublishedTool : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _tool;
    private readonly string _reader;

    public PublishedTool()
    {
        _tool = Command.Publish("generator/Missive.Codegen.Cli", "missive-codegen", _folder["tool"]);
        _reader = Command.Publish("tests/Missive.Benchmarks.YamlReader", "Missive.Benchmarks.YamlReader", _folder["reader"]);
    }

    /// <summary>Writes the manifest of this size and generates it once.</summary>
    public void Prepare(int size)
    {
        SyntheticManifest.Create(size).WriteTo(Manifest(size));
        Generate(size);
    }

    /// <summary>The time of the process that only reads.</summary>
    public double Read(int size) => Command.Time(_reader, Manifest(size));

    /// <summary>The time of the process that finds nothing to change.</summary>
    public double GenerateAgain(int size) => Generate(size);

    /// <summary>The time of the process that writes everything.</summary>
    public double GenerateAll(int size)
    {
        Directory.Delete(Output(size), recursive: true);
        return Generate(size);
    }

    /// <summary>The most memory of the process that writes everything, in megabytes.</summary>
    public double PeakMemory(int size)
    {
        Directory.Delete(Output(size), recursive: true);
        return Command.PeakMemory(_tool, Arguments(size));
    }

    /// <summary>The most memory of the process that finds nothing to change, in megabytes.</summary>
    public double PeakMemoryAgain(int size) => Command.PeakMemory(_tool, Arguments(size));

    public void Dispose() => _folder.Dispose();

    private double Generate(int size) => Command.Time(_tool, Arguments(size));

    private string[] Arguments(int size) => ["generate", "--in-build", "--manifest", Manifest(size), "--output", Output(size)];

    private string Manifest(int size) => _folder[$"manifest{size}"];

    private string Output(int size) => _folder[$"generated{size}"];
}
