namespace Missive.Codegen.Runtime;

/// <summary>A list. Made by <see cref="DataType.Array"/>.</summary>
public sealed class ArrayType : DataType
{
    internal ArrayType(DataType items, int? minItems, int? maxItems)
        : base("array")
    {
        Items = items;
        MinItems = minItems;
        MaxItems = maxItems;
    }

    /// <summary>The type of the items.</summary>
    public DataType Items { get; }

    /// <summary>The least number of items; null for no limit.</summary>
    public int? MinItems { get; }

    /// <summary>The greatest number of items; null for no limit.</summary>
    public int? MaxItems { get; }
}
