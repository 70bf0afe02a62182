using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary>Makes each account when it is first asked for, and keeps it as long as the container lives.</summary>
internal sealed class MissiveClientFactory(
    IEnumerable<MissiveAccountName> names,
    IHttpClientFactory clients,
    IOptionsMonitor<MissiveOptions> options,
    IServiceProvider services) : IMissiveClientFactory, IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<MissiveAccount>> _accounts = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Names { get; } = [.. names.Select(name => name.Name)];

    public MissiveClient Get(string? name = null) => GetAccount(name).Client;

    public IToolInvoker GetInvoker(string? name = null) => GetAccount(name).Invoker;

    public void Dispose()
    {
        foreach (var account in _accounts.Values)
        {
            if (account.IsValueCreated)
            {
                account.Value.Dispose();
            }
        }
    }

    internal MissiveAccount GetAccount(string? name)
    {
        name ??= Options.DefaultName;
        if (!Names.Contains(name, StringComparer.Ordinal))
        {
            var known = string.Join(", ", Names.Select(Show));
            throw new ArgumentException(
                $"No account {Show(name)} is registered; there is: {known}. Register it with AddMissive.", nameof(name));
        }

        var account = _accounts.GetOrAdd(name, static (key, factory) => new Lazy<MissiveAccount>(() => factory.Create(key)), this);
        try
        {
            return account.Value;
        }
        catch
        {
            // A lazy value keeps its exception; the next attempt shall look at the settings anew.
            _accounts.TryRemove(KeyValuePair.Create(name, account));
            throw;
        }
    }

    private static string Show(string name) => name.Length == 0 ? "without a name" : $"'{name}'";

    private MissiveAccount Create(string name) => new(
        clients.CreateClient(MissiveAccountName.HttpClientOf(name)),
        ownsClient: false,
        options.Get(name),
        services.GetService<ILoggerFactory>(),
        services.GetService<TimeProvider>());
}
