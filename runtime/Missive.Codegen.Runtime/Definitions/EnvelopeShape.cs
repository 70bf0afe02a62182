namespace Missive.Codegen.Runtime;

/// <summary>What stands under the envelope key of a request's body.</summary>
public enum EnvelopeShape
{
    /// <summary>One object.</summary>
    Object,

    /// <summary>A list of objects.</summary>
    Array,
}
