using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary>What a call would send, found out without changing anything: see <see cref="MissiveAccount.RehearseAsync(string, System.Text.Json.JsonElement, CancellationToken)"/>.</summary>
public sealed class MissiveRehearsal
{
    internal MissiveRehearsal(string function, IReadOnlyList<ToolRequest> lookups, IReadOnlyList<ToolRequest> requests, string? following)
    {
        Function = function;
        Lookups = lookups;
        Requests = requests;
        Following = following;
    }

    /// <summary>The function that was rehearsed.</summary>
    public string Function { get; }

    /// <summary>
    /// The requests that were really made, in order, since <see cref="Requests"/> are built from their answers: reads of
    /// users, organizations, contact books, and the conversation of a comment. A call makes them too, unless it has made
    /// them within the last minute.
    /// </summary>
    public IReadOnlyList<ToolRequest> Lookups { get; }

    /// <summary>The requests that the call would send after the look-ups, in order, to the byte. None was sent.</summary>
    public IReadOnlyList<ToolRequest> Requests { get; }

    /// <summary>
    /// What only the answers to <see cref="Requests"/> decide, such as further pages, as a sentence; null when these are all
    /// the requests that the call sends. Repeats after an error are not counted.
    /// </summary>
    public string? Following { get; }

    /// <summary>Whether the answers decide which requests follow, if any.</summary>
    public bool MoreMayFollow => Following is not null;
}
