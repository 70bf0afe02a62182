using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Missive.Codegen.Tests.Fixtures;

/// <summary>Checks documents against a JSON Schema 2020-12 with ajv in its strict mode, through tests/node/validate.mjs.</summary>
internal static class JsonSchemaValidator
{
    private static readonly string Folder = Repository.PathOf("tests/node");

    /// <summary>Skips the test, with the reason, where node or the validator is not installed.</summary>
    public static void SkipUnlessAvailable()
    {
        Assert.SkipUnless(HasNode(), "node is not installed, so no schema can be checked.");
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules", "ajv")), "The package ajv is not installed: run 'npm ci' in tests/node.");
    }

    /// <summary>One verdict a document, in order; fails when the schema itself is not clean.</summary>
    public static async Task<IReadOnlyList<SchemaVerdict>> Validate(string schema, IEnumerable<string> documents)
    {
        var cancel = TestContext.Current.CancellationToken;
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        await File.WriteAllTextAsync(file, schema, cancel);
        try
        {
            using var answer = JsonDocument.Parse(await Run($"[{string.Join(',', documents)}]", file, cancel));
            var schemaError = answer.RootElement.GetProperty("schemaError").GetString();
            Assert.True(schemaError is null, $"The schema is not clean: {schemaError}");
            return [.. answer.RootElement.GetProperty("results").EnumerateArray().Select(r => new SchemaVerdict(
                r.GetProperty("valid").GetBoolean(), [.. r.GetProperty("errors").EnumerateArray().Select(e => e.GetString()!)]))];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> Run(string input, string schemaFile, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("node", ["validate.mjs", schemaFile])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var errors = process.StandardError.ReadToEndAsync(cancel);
        await process.StandardInput.WriteAsync(input.AsMemory(), cancel);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancel);
        Assert.True(process.ExitCode == 0, $"validate.mjs failed: {await errors}");
        return await output;
    }

    private static bool HasNode() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "node.exe" : "node")));
}

/// <summary>Whether a document is valid, and why not.</summary>
internal sealed record SchemaVerdict(bool IsValid, IReadOnlyList<string> Errors);
