namespace Missive.Codegen.Runtime;

/// <summary>A setting of an account: it fills absent parameters and fields, or tells the host what to do.</summary>
public sealed class ApiSetting : FieldDefinition
{
    /// <summary>Its name for people.</summary>
    public required string Label { get; init; }
}
