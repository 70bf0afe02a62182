namespace Missive.Codegen.Runtime;

/// <summary>What an object that is being validated is part of.</summary>
internal enum ObjectPlace
{
    /// <summary>It is the arguments themselves.</summary>
    Arguments,

    /// <summary>Its fields become the query.</summary>
    Query,

    /// <summary>It is part of a body.</summary>
    Content,

    /// <summary>It is one of the objects of a bulk body, which may leave out their id.</summary>
    BulkItem,
}
