using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Missive.Tools;

public sealed partial class MissiveClient : IDisposable
{
    private MissiveAccount? _owned;

    /// <summary>Makes a client without a container. It is to be kept, not made for each call.</summary>
    /// <param name="options">The account's settings.</param>
    /// <param name="loggerFactory">Where to log; null for nowhere.</param>
    /// <param name="timeProvider">The clock of everything that waits; null for the system's.</param>
    /// <returns>The client, to be disposed.</returns>
    /// <exception cref="OptionsValidationException">A setting is missing or wrong; the message says what to do.</exception>
    /// <exception cref="InvalidOperationException">Another client of the process uses the token with other rate limits.</exception>
    /// <example>
    /// <code>
    /// using var client = MissiveClient.Create(new MissiveOptions().ReadEnvironment());
    /// var task = await client.Tasks.GetTaskAsync(new() { TaskId = "task_123" });
    /// </code>
    /// </example>
    public static MissiveClient Create(
        MissiveOptions options, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
    {
        var account = MissiveAccount.Create(options, loggerFactory, timeProvider);
        account.Client._owned = account;
        return account.Client;
    }

    /// <summary>Closes the connections of a client that <see cref="Create"/> made; of any other, does nothing.</summary>
    public void Dispose() => _owned?.Dispose();
}
