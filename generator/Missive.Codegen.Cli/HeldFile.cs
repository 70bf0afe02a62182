namespace Missive.Codegen.Cli;

/// <summary>Tells why a file that serves as a lock could not be opened. The generator's tool and the command line both have one.</summary>
internal static class HeldFile
{
    /// <summary>
    /// Whether somebody else has it open, which passes. Whatever else keeps it from being opened, such as a file system
    /// that is full or read-only, does not pass by waiting.
    /// </summary>
    public static bool Is(IOException error)
    {
        // The numbers are those of Windows, Linux and macOS.
        return error.HResult is unchecked((int)0x80070020) or 11 or 35;
    }
}
