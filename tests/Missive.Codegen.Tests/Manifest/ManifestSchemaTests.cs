using Missive.Codegen.Diagnostics;
using Missive.Codegen.Emit;
using Missive.Codegen.Emit.Escaping;
using Missive.Codegen.Reading;
using Missive.Codegen.Tests.Fixtures;
using Missive.Codegen.Tests.Validation;
using Xunit;

namespace Missive.Codegen.Tests.RealManifest;

/// <summary>Editors complete and check by the JSON Schema what the reader accepts, and nothing else.</summary>
public sealed class ManifestSchemaTests
{
    /// <summary>Rules of the shape that JSON can show: it has no duplicate keys, and no YAML beyond plain data.</summary>
    private static readonly HashSet<string> ShapeRules =
        [DiagnosticRules.UnknownKey.Id, DiagnosticRules.MissingKey.Id, DiagnosticRules.WrongKind.Id, DiagnosticRules.InvalidValue.Id, DiagnosticRules.UnsupportedVersion.Id];

    [Fact]
    public async Task EveryFileOfTheManifestIsValid()
    {
        var files = ManifestFolder.Missive.Files.Keys.Select(path => (Path: path, Text: ManifestFolder.Missive.Text(path))).ToList();

        var verdicts = await Validate(files.Select(f => f.Text));

        foreach (var (file, verdict) in files.Zip(verdicts))
        {
            Assert.True(verdict.IsValid, $"{file.Path}: {string.Join("; ", verdict.Errors)}");
        }
    }

    [Fact]
    public async Task ExamplesOfBrokenShapeAreInvalid()
    {
        var files = DiagnosticsPage.Sections.Where(s => ShapeRules.Contains(s.Id)).SelectMany(s => s.Bad, (s, file) => (s.Id, file.Text)).ToList();

        var verdicts = await Validate(files.Select(f => f.Text));

        Assert.Equal(ShapeRules.Order(), files.Select(f => f.Id).Order());
        foreach (var (file, verdict) in files.Zip(verdicts))
        {
            Assert.False(verdict.IsValid, $"The bad example of {file.Id} passes.");
        }
    }

    [Fact]
    public async Task ExamplesOfSoundShapeAreValid()
    {
        var sound = DiagnosticsPage.Sections.SelectMany(s => s.Good, (s, file) => (s.Id, file)).Concat(
            DiagnosticsPage.Sections.Where(s => string.CompareOrdinal(s.Id, "MSV100") > 0).SelectMany(s => s.Bad, (s, file) => (s.Id, file))).ToList();

        var verdicts = await Validate(sound.Select(f => f.file.Text));

        foreach (var ((id, file), verdict) in sound.Zip(verdicts))
        {
            Assert.True(verdict.IsValid, $"{file.Path} of {id}: {string.Join("; ", verdict.Errors)}");
        }
    }

    [Fact]
    public async Task SchemaAndReaderAgreeOnFilesWithOneValueReplaced()
    {
        var files = OneValueReplaced().ToList();

        var verdicts = await Validate(files.Select(f => f.Text));

        Assert.Contains(verdicts, v => v.IsValid);
        Assert.Contains(verdicts, v => !v.IsValid);
        var disagreements = files.Zip(verdicts)
            .Select(f => (f.First, f.Second, Problems: ManifestReader.Read(f.First.Path, f.First.Text).Diagnostics))
            .Where(f => f.Second.IsValid != (f.Problems.Count == 0))
            .Select(f => $"{f.First.Change}: schema [{string.Join("; ", f.Second.Errors)}], reader [{string.Join("; ", f.Problems.Select(Describe.Full))}]");
        Assert.Empty(disagreements);
    }

    [Fact]
    public void TheSchemaIsTheOneInTheRepository() => Assert.Equal(Repository.ReadText("manifest/" + ManifestRenderer.SchemaFileName), ManifestRenderer.ManifestSchema);

    /// <summary>The base files with every scalar and every list or mapping in flow style replaced by values of other kinds and forms.</summary>
    private static IEnumerable<(string Path, string Text, string Change)> OneValueReplaced()
    {
        string[] values = ["12", "-1", "0", "1.5", "true", "null", "\"\"", "\" \"", "x", "Some_Text", "GET /{a", "GET /a b", "[]", "{}", "[x]", "{x: y}", "\"" + new string('a', 90) + "\""];
        foreach (var path in ManifestFolder.Base.Files.Keys)
        {
            var lines = ManifestFolder.Base.Text(path).Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                var colon = lines[i].IndexOf(": ", StringComparison.Ordinal);
                if (colon < 0 || lines[i].TrimStart(' ', '-').StartsWith('{'))
                {
                    continue;
                }

                foreach (var value in values)
                {
                    var changed = lines[i][..colon] + ": " + value;
                    yield return (path, string.Join('\n', [.. lines[..i], changed, .. lines[(i + 1)..]]), $"{path}:{i + 1} {changed.Trim()}");
                }
            }
        }
    }

    private static async Task<IReadOnlyList<SchemaVerdict>> Validate(IEnumerable<string> files)
    {
        JsonSchemaValidator.SkipUnlessAvailable();
        return await JsonSchemaValidator.Validate(ManifestRenderer.ManifestSchema, files.Select(ToJson));
    }

    private static string ToJson(string yaml)
    {
        var cursor = new YamlCursor(yaml, new DiagnosticSink("any.yaml"));
        cursor.Start();
        DataShape.Any.TryRead(cursor, out var data);
        return JsonText.Compact(data);
    }
}
