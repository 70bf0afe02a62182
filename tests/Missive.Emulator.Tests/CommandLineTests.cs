using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Missive.Emulator.Tests.Support;

namespace Missive.Emulator.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public async Task The_program_tells_how_to_reach_it_logs_requests_and_ends_cleanly_on_ctrl_c()
    {
        using var program = Start("--port", "0", "--organizations", "2", "--rate-window-scale", "0.5");
        try
        {
            var lines = new List<string>();
            while (lines.Count < 4)
            {
                lines.Add((await program.StandardOutput.ReadLineAsync(Sandbox.Token))!);
            }

            var baseAddress = lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1];
            Assert.StartsWith("http://127.0.0.1:", baseAddress, StringComparison.Ordinal);
            Assert.EndsWith(MissiveEmulatorOptions.SampleToken, lines[1], StringComparison.Ordinal);
            Assert.Contains("curl", lines[2], StringComparison.Ordinal);

            using var client = new HttpClient();
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", MissiveEmulatorOptions.SampleToken);
            Assert.Contains("org_124", await client.GetStringAsync(new Uri(baseAddress + "/organizations"), Sandbox.Token), StringComparison.Ordinal);

            string? logged;
            do
            {
                logged = await program.StandardOutput.ReadLineAsync(Sandbox.Token);
            }
            while (logged is "");
            Assert.EndsWith("GET /organizations", logged, StringComparison.Ordinal);

            if (OperatingSystem.IsWindows())
            {
                return;
            }

            using var interrupt = Process.Start("kill", ["-INT", program.Id.ToString(CultureInfo.InvariantCulture)]);
            await program.WaitForExitAsync(Sandbox.Token);
            Assert.Equal(0, program.ExitCode);
            Assert.Empty(await program.StandardError.ReadToEndAsync(Sandbox.Token));
        }
        finally
        {
            if (!program.HasExited)
            {
                program.Kill();
            }
        }
    }

    [Fact]
    public async Task An_attached_program_prints_url_and_token_alone_and_ends_with_its_input()
    {
        using var program = Start("--port", "0", "--attached");
        try
        {
            var baseAddress = await program.StandardOutput.ReadLineAsync(Sandbox.Token);
            Assert.StartsWith("http://127.0.0.1:", baseAddress, StringComparison.Ordinal);
            Assert.Equal(MissiveEmulatorOptions.SampleToken, await program.StandardOutput.ReadLineAsync(Sandbox.Token));

            using var client = new HttpClient();
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", MissiveEmulatorOptions.SampleToken);
            Assert.Contains("org_123", await client.GetStringAsync(new Uri(baseAddress + "/organizations"), Sandbox.Token), StringComparison.Ordinal);

            program.StandardInput.Close();
            Assert.Empty(await program.StandardOutput.ReadToEndAsync(Sandbox.Token));
            await program.WaitForExitAsync(Sandbox.Token);
            Assert.Equal(0, program.ExitCode);
        }
        finally
        {
            if (!program.HasExited)
            {
                program.Kill();
            }
        }
    }

    [Fact]
    public async Task Help_names_the_options_and_shows_examples()
    {
        using var program = Start("--help");
        var text = await program.StandardOutput.ReadToEndAsync(Sandbox.Token);
        await program.WaitForExitAsync(Sandbox.Token);
        Assert.Equal(0, program.ExitCode);
        foreach (var expected in new[] { "Examples:", "--port", "--organizations", "--contact-books", "--rate-window-scale", "--fault", "curl" })
        {
            Assert.Contains(expected, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--host", "0.0.0.0")]
    [InlineData("--port", "70000")]
    [InlineData("--organizations", "0")]
    [InlineData("--rate-window-scale", "0")]
    [InlineData("--fault", "explode")]
    public async Task Wrong_values_are_refused(string option, string value)
    {
        using var program = Start("--port", "0", option, value);
        var error = await program.StandardError.ReadToEndAsync(Sandbox.Token);
        await program.StandardOutput.ReadToEndAsync(Sandbox.Token);
        await program.WaitForExitAsync(Sandbox.Token);
        Assert.Equal(1, program.ExitCode);
        Assert.NotEmpty(error);
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(MissiveEmulator).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }
}
