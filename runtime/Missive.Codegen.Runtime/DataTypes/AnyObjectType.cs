namespace Missive.Codegen.Runtime;

/// <summary>Any JSON object. Made by <see cref="DataType.Object"/>.</summary>
public sealed class AnyObjectType : DataType
{
    private AnyObjectType()
        : base("object")
    {
    }

    internal static AnyObjectType Instance { get; } = new();
}
