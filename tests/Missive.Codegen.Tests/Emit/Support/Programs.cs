using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Xunit;

namespace Missive.Codegen.Tests.Emit.Support;

/// <summary>Programs of the machine that read what we write. A test that needs one which is missing is skipped.</summary>
internal static class Programs
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Runs a program to its end and returns what it wrote; it has to succeed.</summary>
    public static async Task<string> Run(string program, IEnumerable<string> arguments, string input = "")
    {
        var (exitCode, output, errors) = await Start(program, arguments, input);
        Assert.True(exitCode == 0, $"{program} ended with {exitCode}:\n{errors}\n{output}");
        return output;
    }

    /// <summary>Runs a program to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> Start(string program, IEnumerable<string> arguments, string input = "")
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
        };
        using var process = Begin(start);
        var cancellation = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.StandardInput.WriteAsync(input.AsMemory(), cancellation);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output, await errors);
    }

    private static Process Begin(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip($"Needs the program '{start.FileName}', which is not installed here.");
            throw;
        }
    }
}
