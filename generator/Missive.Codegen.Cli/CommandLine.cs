using System.CommandLine;

namespace Missive.Codegen.Cli;

/// <summary>The commands of <c>missive-codegen</c>.</summary>
internal static class CommandLine
{
    private static readonly Option<string> Manifest = Folder("--manifest", "-m", "The folder of the manifest.", "manifest");

    private static readonly Option<string> Output = Folder("--output", "-o", "The folder that is generated.", "generated");

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
    public static int Run(string[] args, CancellationToken cancellationToken)
    {
        try
        {
            var parsed = AddCommands(new Command("missive-codegen"), cancellationToken).Parse(args);
            if (parsed.Errors.Count > 0)
            {
                // Only the root knows --help and --version, and how to tell what is wrong; it takes long to make.
                parsed = AddCommands(new RootCommand("Generates C#, Lua, documentation and JSON Schemas from a function manifest."), cancellationToken).Parse(args);
            }

            var exitCode = parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            return parsed.Errors.Count > 0 ? ExitCodes.Usage : exitCode;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Cancelled.");
            return ExitCodes.Cancelled;
        }
        catch (DirectoryNotFoundException e)
        {
            Report.Error(e.Message);
            return ExitCodes.Usage;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Report.Error(e.Message);
            return ExitCodes.Failure;
        }
    }

    private static Option<string> Folder(string name, string alias, string description, string byDefault)
    {
        var option = new Option<string>(name, alias) { Description = description, DefaultValueFactory = _ => byDefault };
        option.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
            {
                result.AddError($"{name} needs a folder.");
            }
        });
        return option;
    }

    private static int WithManifest(ParseResult parsed, Func<ManifestFolder, int> run)
    {
        var manifest = new ManifestFolder(parsed.GetRequiredValue(Manifest));
        if (manifest.Exists)
        {
            return run(manifest);
        }

        Report.Error($"There is no folder '{parsed.GetRequiredValue(Manifest)}'. Run this where the manifest is, or name it with --manifest.");
        return ExitCodes.Usage;
    }

    private static Command AddCommands(Command root, CancellationToken cancellationToken)
    {
        int Generate(ParseResult parsed) => WithManifest(parsed, manifest =>
            new GenerateRun(manifest, parsed.GetRequiredValue(Output), parsed.GetValue(Templates), parsed.GetValue(InBuild)).Run(cancellationToken));
        int CheckIt(ParseResult parsed, bool fullDiff) => WithManifest(parsed, manifest =>
            new CheckRun(manifest, parsed.GetRequiredValue(Output), parsed.GetValue(Templates), parsed.GetValue(InBuild)).Run(fullDiff, cancellationToken));

        var generate = new Command("generate", "Write every generated file whose content changed, and remove those that the manifest no longer has.")
        {
            Manifest, Output, Templates, Check, InBuild,
        };
        generate.SetAction(parsed => parsed.GetValue(Check) ? CheckIt(parsed, fullDiff: false) : Generate(parsed));

        var check = new Command("check", "The same as generate --check.") { Manifest, Output, Templates, InBuild };
        check.SetAction(parsed => CheckIt(parsed, fullDiff: false));

        var diff = new Command("diff", "Show in full what generate would change, and write nothing.") { Manifest, Output, Templates };
        diff.SetAction(parsed => CheckIt(parsed, fullDiff: true));

        var lint = new Command("lint", "Report every problem of the manifest, and write nothing.") { Manifest };
        lint.SetAction(parsed => WithManifest(parsed, manifest => new LintRun(manifest).Run(cancellationToken)));

        root.Add(generate);
        root.Add(check);
        root.Add(diff);
        root.Add(lint);
        return root;
    }
}
