namespace Missive.Codegen.Runtime;

/// <summary>Whether a tool only reads or also changes something.</summary>
public enum ToolOperation
{
    /// <summary>The tool changes nothing.</summary>
    Read,

    /// <summary>The tool creates, changes, deletes or sends something.</summary>
    Write,
}
