using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary>Gives the clients of the accounts that were registered with <c>AddMissive</c>.</summary>
[SuppressMessage("Naming", "CA1716:Identifiers should not match keywords", Justification =
    "Get as in the framework's IOptionsMonitor.Get; only an implementation in Visual Basic would have to escape it.")]
public interface IMissiveClientFactory
{
    /// <summary>The names of the registered accounts; the one without a name is the empty text.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>The client of an account: the same one each time. It belongs to the container.</summary>
    /// <param name="name">The account's name; null or empty for the one without.</param>
    /// <returns>The client.</returns>
    /// <exception cref="ArgumentException">No account of this name is registered; the message lists those that are.</exception>
    /// <exception cref="OptionsValidationException">A setting of the account is missing or wrong.</exception>
    MissiveClient Get(string? name = null);

    /// <summary>What carries out an account's calls by name, as <see cref="MissiveTools.Registry"/> makes them.</summary>
    /// <param name="name">The account's name; null or empty for the one without.</param>
    /// <returns>The invoker: the same one each time.</returns>
    /// <exception cref="ArgumentException">No account of this name is registered; the message lists those that are.</exception>
    /// <exception cref="OptionsValidationException">A setting of the account is missing or wrong.</exception>
    IToolInvoker GetInvoker(string? name = null);
}
