using System.CommandLine;

namespace Missive.Codegen.Cli;

/// <summary>The commands of <c>missive-codegen</c>.</summary>
internal static class CommandLine
{
    private static readonly Option<string> Manifest = new("--manifest", "-m")
    {
        Description = "The folder of the manifest.",
        DefaultValueFactory = _ => "manifest",
    };

    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "The folder that is generated.",
        DefaultValueFactory = _ => "generated",
    };

    private static readonly Option<string?> Templates = new("--templates", "-t")
    {
        Description = "A folder with templates that take the place of the built-in ones of the same name.",
    };

    private static readonly Option<bool> Check = new("--check")
    {
        Description = "Write nothing; list every file that is not up to date, and exit 1 if there is one.",
    };

    private static readonly Option<bool> InBuild = new("--in-build")
    {
        Description = "Leave the manifest's warnings and the list of files to the build that runs this.",
    };

    /// <summary>Runs the command that <paramref name="args"/> name.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        try
        {
            RefuseEmpty(Manifest);
            RefuseEmpty(Output);
            var root = Create(output, errors, cancellationToken);
            var parsed = root.Parse(args);
            var exitCode = parsed.Invoke(new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false });
            return parsed.Errors.Count > 0 ? ExitCodes.Usage : exitCode;
        }
        catch (OperationCanceledException)
        {
            errors.WriteLine("Cancelled.");
            return ExitCodes.Cancelled;
        }
        catch (DirectoryNotFoundException e)
        {
            errors.WriteLine($"missive-codegen: error: {e.Message}");
            return ExitCodes.Usage;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"missive-codegen: error: {e.Message}");
            return ExitCodes.Failure;
        }
    }

    private static void RefuseEmpty(Option<string> option) => option.Validators.Add(result =>
    {
        if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
        {
            result.AddError($"{option.Name} needs a folder.");
        }
    });

    private static RootCommand Create(TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        GenerateRun RunOf(ParseResult parsed) => new(
            parsed.GetRequiredValue(Manifest), parsed.GetRequiredValue(Output), parsed.GetValue(Templates), parsed.GetValue(InBuild),
            new Report(output, errors));

        var generate = new Command("generate", "Write every generated file whose content changed, and remove those that the manifest no longer has.")
        {
            Manifest, Output, Templates, Check, InBuild,
        };
        generate.SetAction(parsed => parsed.GetValue(Check)
            ? RunOf(parsed).Check(fullDiff: false, cancellationToken)
            : RunOf(parsed).Generate(cancellationToken));

        var check = new Command("check", "The same as generate --check.") { Manifest, Output, Templates, InBuild };
        check.SetAction(parsed => RunOf(parsed).Check(fullDiff: false, cancellationToken));

        var diff = new Command("diff", "Show in full what generate would change, and write nothing.") { Manifest, Output, Templates };
        diff.SetAction(parsed => RunOf(parsed).Check(fullDiff: true, cancellationToken));

        var lint = new Command("lint", "Report every problem of the manifest, and write nothing.") { Manifest };
        lint.SetAction(parsed => new LintRun(parsed.GetRequiredValue(Manifest), new Report(output, errors)).Run());

        return new RootCommand("Generates C#, Lua, documentation and JSON Schemas from a function manifest.") { generate, check, diff, lint };
    }
}
