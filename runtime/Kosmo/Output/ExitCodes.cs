namespace Kosmo.Output;

/// <summary>What kosmo ends with.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>The command was understood and failed.</summary>
    public const int Failure = 1;

    /// <summary>The command line was not understood.</summary>
    public const int Usage = 2;

    /// <summary>Ended by Ctrl-C: 128 and the signal's number, as shells count it.</summary>
    public const int Interrupted = 130;

    /// <summary>Ended by a request to terminate.</summary>
    public const int Terminated = 143;
}
