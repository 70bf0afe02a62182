namespace Missive.Codegen.Runtime;

/// <summary>Where a parameter's value goes in the request.</summary>
public enum ParameterLocation
{
    /// <summary>The tool's handler places it; <see cref="ToolRequestBuilder"/> leaves it alone.</summary>
    Handler,

    /// <summary>A segment of the path.</summary>
    Path,

    /// <summary>The query string; the fields of an object become one query parameter each.</summary>
    Query,

    /// <summary>The request's body.</summary>
    Body,
}
