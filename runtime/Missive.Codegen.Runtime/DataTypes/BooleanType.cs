namespace Missive.Codegen.Runtime;

/// <summary>True or false. Made by <see cref="DataType.Boolean"/>.</summary>
public sealed class BooleanType : DataType
{
    private BooleanType()
        : base("boolean")
    {
    }

    internal static BooleanType Instance { get; } = new();
}
