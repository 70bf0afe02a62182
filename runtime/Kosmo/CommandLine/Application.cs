using System.Reflection;
using Kosmo.CommandLine.Syntax;
using Kosmo.Output;
using Missive.Tools;

namespace Kosmo.CommandLine;

/// <summary>Finds the command that is meant, runs it, and says what went wrong.</summary>
internal static class Application
{
    private const string JsonOption = "--json";
    private const string EmulatorOption = "--emulator";
    private const string HelpOption = "--help";
    private const string VersionOption = "--version";

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

    private static string Version
        => typeof(Application).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    private static async Task<int> RunAsync(Terminal terminal, string[] args)
    {
        // Before the command is read, it cannot be known what is a value and what is none.
        var isJson = args.Contains(JsonOption, StringComparer.Ordinal);
        Session? session = null;
        try
        {
            var verb = FindVerb(args);
            while (verb >= 0 && args[verb] == "help")
            {
                args = [.. args[..verb], .. args[(verb + 1)..], HelpOption];
                verb = FindVerb(args);
            }

            if (verb < 0)
            {
                return RunWithoutCommand(terminal, args, isJson);
            }

            // What stands before the command is meant for it.
            string[] arguments = [.. args[..verb], .. args[(verb + 1)..]];
            var command = (CommandCatalog.Find(args[verb]) ?? throw UnknownCommand.Named(args[verb], arguments)).Create();
            var parsed = CommandLineParser.Parse(command.Syntax, arguments);
            session = new Session(terminal, parsed.GetValue(command.Emulator));
            if (parsed.GetValue(command.Help))
            {
                command.PrintHelp(parsed, session);
                return ExitCodes.Success;
            }

            if (parsed.Fault is { } fault)
            {
                throw new UsageException(fault, $"kosmo {command.Syntax.Name} --help");
            }

            isJson = command.IsJson(parsed);
            return await command.RunAsync(parsed, session).ConfigureAwait(false);
        }
        catch (OperationCanceledException canceled) when (session is { IsInterrupted: true })
        {
            // Who breaks a run off knows that it ended, but not whether a write had been carried out by then.
            if (canceled.InnerException is MissiveException doubt)
            {
                ErrorReport.Print(terminal, doubt, isJson);
            }

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

    // The first word that is no option; less than zero for none.
    private static int FindVerb(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case VersionOption:
                    return -1;
                case JsonOption or EmulatorOption or HelpOption or "-h":
                    break;
                case ['-', ..]:
                    throw UnknownCommand.OptionBefore(args[i], [JsonOption, EmulatorOption, HelpOption, VersionOption]);
                default:
                    return i;
            }
        }

        return -1;
    }

    private static int RunWithoutCommand(Terminal terminal, string[] args, bool isJson)
    {
        if (args.Contains(VersionOption, StringComparer.Ordinal))
        {
            PrintVersion(terminal, isJson);
        }
        else if (args.Length == 0 || args.Any(static arg => arg is HelpOption or "-h"))
        {
            HelpText.PrintOverview(terminal);
        }
        else
        {
            throw new UsageException("kosmo needs a command, such as integrations:list.", "kosmo --help");
        }

        return ExitCodes.Success;
    }

    private static void PrintVersion(Terminal terminal, bool isJson)
    {
        if (!isJson)
        {
            terminal.Output.WriteLine(Version);
            return;
        }

        Json.Print(terminal, static writer =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("success", true);
            writer.WriteString("version", Version);
            writer.WriteEndObject();
        });
    }
}
