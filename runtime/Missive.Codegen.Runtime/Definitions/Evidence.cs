namespace Missive.Codegen.Runtime;

/// <summary>How well a statement about the API is founded.</summary>
public enum Evidence
{
    /// <summary>The API's official text says so.</summary>
    Documented,

    /// <summary>Other clients or live reports say so.</summary>
    Secondary,

    /// <summary>Nobody promises it.</summary>
    Undocumented,
}
