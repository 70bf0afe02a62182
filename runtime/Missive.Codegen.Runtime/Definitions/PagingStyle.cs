namespace Missive.Codegen.Runtime;

/// <summary>How a list is cut into pages.</summary>
public enum PagingStyle
{
    /// <summary>By the number of items to skip.</summary>
    Offset,

    /// <summary>By the cursor value of the last item seen.</summary>
    Cursor,
}
