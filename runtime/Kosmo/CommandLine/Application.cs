using System.CommandLine;
using System.Reflection;
using Kosmo.Output;

namespace Kosmo.CommandLine;

/// <summary>Finds the command that is meant, runs it, and says what went wrong.</summary>
internal static class Application
{
    // A value may begin with @, and --id x is no bundle of letters.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    public static async Task<int> RunAsync(string[] args)
    {
        using var terminal = Terminal.Open();
        try
        {
            var exitCode = await RunAsync(terminal, args).ConfigureAwait(false);
            terminal.Output.Flush();
            return exitCode;
        }
        catch (OutputException error)
        {
            return ErrorReport.Print(terminal, error, isJson: false);
        }
    }

    /// <summary>Parses what follows a verb.</summary>
    public static ParseResult Parse(KosmoCommand command, IReadOnlyList<string> arguments) => command.Syntax.Parse(arguments, Parsing);

    private static string Version
        => typeof(Application).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    private static async Task<int> RunAsync(Terminal terminal, string[] args)
    {
        var isEmulated = false;
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--emulator":
                    isEmulated = true;
                    break;
                case "--help" or "-h":
                    HelpText.PrintOverview(terminal);
                    return ExitCodes.Success;
                case "--version":
                    terminal.Output.WriteLine(Version);
                    return ExitCodes.Success;
                case "help" when i == args.Length - 1:
                    HelpText.PrintOverview(terminal);
                    return ExitCodes.Success;
                case "help":
                    return await RunAsync(terminal, args[i + 1], ["--help"], isEmulated).ConfigureAwait(false);
                default:
                    return await RunAsync(terminal, args[i], args[(i + 1)..], isEmulated).ConfigureAwait(false);
            }
        }

        HelpText.PrintOverview(terminal);
        return isEmulated ? ExitCodes.Usage : ExitCodes.Success;
    }

    private static async Task<int> RunAsync(Terminal terminal, string verb, string[] arguments, bool isEmulated)
    {
        var isJson = arguments.Contains("--json", StringComparer.Ordinal);
        Session? session = null;
        try
        {
            var command = (CommandCatalog.Find(verb) ?? throw UsageErrors.UnknownVerb(verb)).Create();
            var parsed = Parse(command, arguments);
            session = new Session(terminal, isEmulated || parsed.GetValue(command.Emulator));
            if (parsed.GetValue(command.Help))
            {
                command.PrintHelp(parsed, session);
                return ExitCodes.Success;
            }

            UsageErrors.ThrowIfAny(command, parsed, arguments);
            isJson = command.IsJson(parsed);
            return await command.RunAsync(parsed, session).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (session is { IsInterrupted: true })
        {
            return session.Interruption.ExitCode;
        }
        catch (Exception error) when (error is not OutputException)
        {
            return ErrorReport.Print(terminal, error, isJson);
        }
        finally
        {
            if (session is not null)
            {
                await session.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
