namespace Missive.Codegen.Runtime;

/// <summary>Any JSON value. Made by <see cref="DataType.Any"/>.</summary>
public sealed class AnyType : DataType
{
    private AnyType()
        : base("any")
    {
    }

    internal static AnyType Instance { get; } = new();
}
