using Missive.Codegen.Reading;
using Missive.Codegen.Tests.Emit.Support;
using Missive.Codegen.Validation;
using Xunit;

namespace Missive.Codegen.Tests.Emit;

/// <summary>
/// JSON and the guide cannot say of themselves that they were generated. The tool tells an edit by hand from what a
/// merge brought by this: a change of the manifest that shows in them shows elsewhere too.
/// </summary>
public sealed class FilesWithoutHeaderTests
{
    [Fact]
    public void WhateverChangesThemChangesAFileWithAHeader()
    {
        var before = FilesOf(ManifestFolder.Library)!;
        var changes = 0;
        foreach (var (path, line, folder) in Changes().Where(c => c.Path != "guide.yaml"))
        {
            if (FilesOf(folder) is not { } after)
            {
                continue;
            }

            var changed = before.Keys.Union(after.Keys).Where(file => before.GetValueOrDefault(file) != after.GetValueOrDefault(file)).ToList();
            var withHeader = changed.Where(file => !file.EndsWith(".json", StringComparison.Ordinal) && file != "docs/library.md").ToList();
            Assert.True(changed.Count == 0 || withHeader.Count > 0, $"{path}: without or with another '{line}', only {string.Join(", ", changed)} changes.");
            changes += changed.Count > withHeader.Count ? 1 : 0;
        }

        Assert.True(changes > 50, $"Only {changes} changes show in JSON or the guide.");
    }

    /// <summary>The library without one of its lines, or with another text, number or truth value in it.</summary>
    private static IEnumerable<(string Path, string Line, ManifestFolder Folder)> Changes()
    {
        foreach (var (path, text) in ManifestFolder.Library.Files)
        {
            var lines = text.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                foreach (var line in Variants(lines[i]))
                {
                    var changed = string.Join('\n', [.. lines[..i], .. line, .. lines[(i + 1)..]]);
                    yield return (path, lines[i], new(new Dictionary<string, string>(ManifestFolder.Library.Files) { [path] = changed }));
                }
            }
        }
    }

    private static IEnumerable<string[]> Variants(string line) =>
    [
        [],
        .. new[]
        {
            line.Replace("description: ", "description: Otherwise. ", StringComparison.Ordinal),
            line.Replace("title: ", "title: Other ", StringComparison.Ordinal),
            line.Replace("true", "false", StringComparison.Ordinal),
            line.Replace("1", "2", StringComparison.Ordinal),
            line.Replace("0", "5", StringComparison.Ordinal),
            line.Replace("string", "integer", StringComparison.Ordinal),
            line.Replace("documented", "secondary", StringComparison.Ordinal),
        }.Where(variant => variant != line).Select(variant => new[] { variant }),
    ];

    private static Dictionary<string, string>? FilesOf(ManifestFolder folder)
    {
        var result = ManifestChecker.Check(folder.Files.Select(f => ManifestReader.Read(f.Key, f.Value)));
        return result.HasErrors ? null : result.Manifest!.Render().ToDictionary(f => f.Path, f => f.Text, StringComparer.Ordinal);
    }
}
