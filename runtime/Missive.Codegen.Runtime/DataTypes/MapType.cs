namespace Missive.Codegen.Runtime;

/// <summary>An object with free keys whose values are all of one type. Made by <see cref="DataType.Map"/>.</summary>
public sealed class MapType : DataType
{
    internal MapType(DataType values)
        : base("map") => Values = values;

    /// <summary>The type of the values.</summary>
    public DataType Values { get; }
}
