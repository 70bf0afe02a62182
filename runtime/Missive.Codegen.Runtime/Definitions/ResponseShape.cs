namespace Missive.Codegen.Runtime;

/// <summary>What stands under the envelope key of an answer.</summary>
public enum ResponseShape
{
    /// <summary>One object.</summary>
    Object,

    /// <summary>A list of objects.</summary>
    Array,

    /// <summary>A list that holds exactly one object.</summary>
    ArrayOfOne,

    /// <summary>Either one object or a list of one: the API's text leaves it open.</summary>
    ObjectOrArray,
}
