namespace Missive.Tools;

/// <summary>Why a walk goes no further.</summary>
internal enum WalkEnd
{
    /// <summary>It can go on.</summary>
    None,

    /// <summary>The list ends here.</summary>
    Reached,

    /// <summary>The list may go on, but the API offers no way to ask for more.</summary>
    Unknown,

    /// <summary>It has made all the requests that one call may make.</summary>
    OutOfRequests,
}
