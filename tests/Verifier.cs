using System.Runtime.CompilerServices;
using System.Text;
using DiffEngine;
using Xunit;

namespace VerifyXunit;

/// <summary>
/// Compares a text with the snapshot beside the test. Stands in for the package Verify.Xunit, and keeps its
/// namespace, file names and call: once the package is referenced, this file goes and nothing else changes.
/// </summary>
public static class Verifier
{
    /// <summary>Fails when <paramref name="target"/> is not what <c>Type.Method.verified.extension</c> holds.</summary>
    public static async Task Verify(string target, string extension = "txt", [CallerFilePath] string sourceFile = "")
    {
        var test = TestContext.Current.TestMethod ?? throw new InvalidOperationException("Verify has to be called from a test.");
        var type = test.TestClass.TestClassName[(test.TestClass.TestClassName.LastIndexOf('.') + 1)..];
        var path = Path.Combine(Path.GetDirectoryName(sourceFile)!, $"{type}.{test.MethodName}");
        var verified = $"{path}.verified.{extension}";
        var received = $"{path}.received.{extension}";

        var expected = File.Exists(verified) ? (await File.ReadAllTextAsync(verified, Cancel)).Replace("\r\n", "\n", StringComparison.Ordinal) : null;
        if (target == expected)
        {
            File.Delete(received);
            return;
        }

        await File.WriteAllTextAsync(received, target, new UTF8Encoding(false), Cancel);
        await DiffRunner.LaunchAsync(received, verified);
        Assert.Fail($"The text differs from its snapshot. When the new text is right, move it over the old one:\n  mv '{received}' '{verified}'");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
