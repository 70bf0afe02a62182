namespace Missive.Codegen.Model;

/// <summary>Where something stands in its file: lines and columns from 1, the end excluded.</summary>
/// <remarks>
/// All spans are equal to each other. The model carries them for messages only, and a function that merely
/// moved down a line has to compare equal to what it was, or every edit would render everything below it again.
/// </remarks>
public readonly struct SourceSpan(int line, int column, int endLine, int endColumn) : IEquatable<SourceSpan>
{
    /// <summary>Line of the first character, from 1; 0 when the span stands for the whole file.</summary>
    public int Line { get; } = line;

    /// <summary>Column of the first character, from 1.</summary>
    public int Column { get; } = column;

    /// <summary>Line of the position just past the last character.</summary>
    public int EndLine { get; } = endLine;

    /// <summary>Column of the position just past the last character.</summary>
    public int EndColumn { get; } = endColumn;

    /// <summary>The start of a file, for problems of the file as a whole.</summary>
    public static SourceSpan FileStart { get; } = new(1, 1, 1, 1);

    /// <inheritdoc/>
    public bool Equals(SourceSpan other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SourceSpan;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;

    /// <summary>Always true; see the remarks of the type.</summary>
    public static bool operator ==(SourceSpan left, SourceSpan right) => left.Equals(right);

    /// <summary>Always false; see the remarks of the type.</summary>
    public static bool operator !=(SourceSpan left, SourceSpan right) => !left.Equals(right);
}
