using System.Text;
using Missive.Benchmarks.Harness;
using Missive.Benchmarks.Synthetic;
using Missive.Codegen.Emit;
using Missive.Codegen.Model;
using Missive.Codegen.Reading;
using Missive.Codegen.Validation;
using YamlDotNet.Core;

namespace Missive.Benchmarks.Parts;

/// <summary>Reading, validating, rendering and writing, each by itself in a warm process, against reading the same YAML as events.</summary>
internal static class StagesPart
{
    public static IEnumerable<Row> Run(Settings settings)
    {
        foreach (var size in settings.Sizes)
        {
            var files = SyntheticManifest.Create(size).Files.Select(f => (f.Key, Bytes: Encoding.UTF8.GetBytes(f.Value))).ToList();
            List<ReadFile> read = [];
            CheckedManifest? check = null;
            List<OutputFile> rendered = [];
            using var folder = new TemporaryFolder();
            Action events = () => files.ForEach(f => ReadEvents(f.Bytes));
            Action reading = () => read = [.. files.Select(f => ManifestReader.Read(f.Key, f.Bytes))];
            Action validating = () => check = ManifestChecker.Check(read);
            Action rendering = () => rendered = [.. new ManifestRenderer().Render(check!.Manifest!, OutputCatalog.All, CancellationToken.None).Select(r => r.File!)];
            Action writing = () => rendered.ForEach(f => Write(folder[f.Path], f.Text));
            reading();
            validating();
            if (check!.HasErrors)
            {
                throw new InvalidOperationException("The synthetic manifest has errors: " + check.Diagnostics.First(d => d.IsError).Message);
            }

            rendering();
            foreach (var (name, stage) in new[] { ("reading", reading), ("validating", validating), ("rendering", rendering), ("writing", writing) })
            {
                var pair = Measure.Compare(settings.Pairs, () => Measure.Time(stage), () => Measure.Time(events));
                yield return Row.Of($"{name} {size} functions, against their YAML as events", pair, target: null);
            }
        }
    }

    private static void ReadEvents(byte[] bytes)
    {
        var parser = new Parser(new StringReader(Encoding.UTF8.GetString(bytes)));
        while (parser.MoveNext())
        {
        }
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
