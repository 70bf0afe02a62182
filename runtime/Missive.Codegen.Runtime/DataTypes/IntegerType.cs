namespace Missive.Codegen.Runtime;

/// <summary>A whole number of 64 bits. Made by <see cref="DataType.Integer"/>.</summary>
public sealed class IntegerType : DataType
{
    internal IntegerType(long? min, long? max, string? unit)
        : base("integer")
    {
        Min = min;
        Max = max;
        Unit = unit;
    }

    /// <summary>The least value, included; null for no limit.</summary>
    public long? Min { get; }

    /// <summary>The greatest value, included; null for no limit.</summary>
    public long? Max { get; }

    /// <summary>The number's unit; null when it has none.</summary>
    public string? Unit { get; }
}
