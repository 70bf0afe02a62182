namespace Missive.Emulator.Faults;

/// <summary>What goes wrong with a request. An answer without a body has no middle: faults in mid-body leave it whole.</summary>
public enum FaultKind
{
    /// <summary>Nothing but the delay, if there is one.</summary>
    None,

    /// <summary>The connection is aborted before any byte of an answer.</summary>
    Reset,

    /// <summary>
    /// The connection closes in order before any byte of an answer, as idle connections do. Many HTTP clients, among them
    /// .NET's, then repeat a request without a body by themselves.
    /// </summary>
    Close,

    /// <summary>The connection is aborted after the headers and half of the body were written.</summary>
    ResetMidBody,

    /// <summary>Half of the announced body is sent, then the connection closes in order.</summary>
    Truncate,

    /// <summary>Half of the body is sent, the rest only after <see cref="Fault.Pause"/>.</summary>
    Stall,

    /// <summary>An HTML page instead of JSON, as a proxy in front of the API would send it.</summary>
    Html,

    /// <summary>The usual status, no body.</summary>
    EmptyBody,

    /// <summary>The usual status, and half of the JSON text with a length that fits.</summary>
    BrokenJson,

    /// <summary>A chosen status with an error body.</summary>
    Status,

    /// <summary>A redirect to <see cref="Fault.Location"/>.</summary>
    Redirect,

    /// <summary>The usual answer, followed by <see cref="Fault.Bytes"/> spaces: valid JSON, but large.</summary>
    Pad,
}
