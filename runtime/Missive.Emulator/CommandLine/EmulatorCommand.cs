using System.CommandLine;
using System.Runtime.InteropServices;

namespace Missive.Emulator.CommandLine;

/// <summary>The emulator as a program of its own.</summary>
internal static class EmulatorCommand
{
    private const string Description = """
        A strict stand-in for Missive's public REST API, on this machine only and without an account.

        Examples:
          dotnet run --project runtime/Missive.Emulator
          dotnet run --project runtime/Missive.Emulator -- --port 0 --organizations 2 --contact-books 3
          dotnet run --project runtime/Missive.Emulator -- --rate-window-scale 0.1 --fault "delay=200"
          curl -H "Authorization: Bearer missive_pat-sample" "http://127.0.0.1:5090/v1/conversations?inbox=true"

        One request can ask for a fault with the header X-Emulator-Fault, for example "status=503; retry-after=1".
        """;

    public static RootCommand Create()
    {
        var arguments = new EmulatorArguments();
        var command = new RootCommand(Description);
        foreach (var option in arguments.All)
        {
            command.Add(option);
        }

        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, arguments.Read(parsed), arguments.IsAttached(parsed), cancellationToken));
        return command;
    }

    /// <summary>How the program is run: attached, it leaves Ctrl-C, which the whole group receives, to the program that started it.</summary>
    public static InvocationConfiguration ConfigurationFor(string[] args)
    {
        var configuration = new InvocationConfiguration();
        if (args.Contains(EmulatorArguments.AttachedName, StringComparer.Ordinal))
        {
            configuration.ProcessTerminationTimeout = null;
        }

        return configuration;
    }

    private static async Task<int> RunAsync(ParseResult parsed, MissiveEmulatorOptions options, bool isAttached, CancellationToken cancellationToken)
    {
        var output = parsed.InvocationConfiguration.Output;
        try
        {
            await using var emulator = await MissiveEmulator.StartAsync(options, cancellationToken).ConfigureAwait(false);
            if (isAttached)
            {
                await output.WriteLineAsync($"{emulator.BaseAddress}\n{emulator.Token}").ConfigureAwait(false);
                await output.FlushAsync(cancellationToken).ConfigureAwait(false);
                using var ignored = PosixSignalRegistration.Create(PosixSignal.SIGINT, static context => context.Cancel = true);
                await InputEndAsync(cancellationToken).ConfigureAwait(false);
                return 0;
            }

            await output.WriteLineAsync(
                $"""
                Base URL  {emulator.BaseAddress}
                Token     {emulator.Token}
                Try       curl -H "Authorization: Bearer {emulator.Token}" "{emulator.BaseAddress}/conversations?inbox=true&limit=2"
                Stop      Ctrl-C

                """).ConfigureAwait(false);
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
            return 0;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
        catch (Exception error) when (error is IOException or ArgumentException)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
            return 1;
        }
    }

    // Only the program that started this one holds the other end, so that its end is seen however it came about.
    private static Task InputEndAsync(CancellationToken cancellationToken)
        => Console.OpenStandardInput().CopyToAsync(Stream.Null, cancellationToken).WaitAsync(cancellationToken);
}
