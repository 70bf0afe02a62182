namespace Missive.Codegen.Cli;

/// <summary>How the process ends.</summary>
internal static class ExitCodes
{
    /// <summary>Done, and nothing was found wrong.</summary>
    public const int Success = 0;

    /// <summary>The manifest has errors, or the generated files are out of date.</summary>
    public const int Failure = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int Usage = 2;

    /// <summary>Ended by Ctrl-C; nothing is half written.</summary>
    public const int Cancelled = 130;
}
