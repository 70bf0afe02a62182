namespace Missive.Codegen.Runtime;

/// <summary>One field of an <see cref="ObjectType"/>.</summary>
public sealed class ObjectField : FieldDefinition;
