using System.Collections.Immutable;

namespace Missive.Codegen.Runtime;

/// <summary>An object with known fields.</summary>
public sealed class ObjectType : DataType
{
    private readonly Func<ImmutableArray<ObjectField>> _fields;

    /// <summary>Declares an object type.</summary>
    /// <param name="name">The type's name.</param>
    /// <param name="fields">Makes the fields, in order. Called once, when they are first needed, so that types may refer to each other in a circle.</param>
    public ObjectType(string name, Func<ImmutableArray<ObjectField>> fields)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(fields);
        _fields = fields;
    }

    /// <summary>The fields, in order.</summary>
    public ImmutableArray<ObjectField> Fields => Table.Fields.CastArray<ObjectField>();

    /// <summary>The rules that concern several fields.</summary>
    public ImmutableArray<ObjectRule> Rules { get; init; } = [];

    internal FieldTable Table => field ??= new FieldTable(ImmutableArray<FieldDefinition>.CastUp(_fields()), Rules);
}
