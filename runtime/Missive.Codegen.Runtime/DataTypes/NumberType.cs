namespace Missive.Codegen.Runtime;

/// <summary>A number, whole or not. Made by <see cref="DataType.Number"/>.</summary>
public sealed class NumberType : DataType
{
    internal NumberType(double? min, double? max, string? unit)
        : base("number")
    {
        Min = min;
        Max = max;
        Unit = unit;
    }

    /// <summary>The least value, included; null for no limit.</summary>
    public double? Min { get; }

    /// <summary>The greatest value, included; null for no limit.</summary>
    public double? Max { get; }

    /// <summary>The number's unit; null when it has none.</summary>
    public string? Unit { get; }
}
