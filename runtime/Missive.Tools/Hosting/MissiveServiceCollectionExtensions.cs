using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Missive.Tools;

/// <summary>Registers Missive accounts.</summary>
public static class MissiveServiceCollectionExtensions
{
    /// <summary>
    /// Registers the account without a name: <see cref="MissiveClient"/> and <see cref="IMissiveClientFactory"/> can then be
    /// injected. The settings are checked when the host starts.
    /// </summary>
    /// <param name="services">Where to register.</param>
    /// <param name="configure">Sets the options; <see cref="MissiveOptions.AccessToken"/> at least.</param>
    /// <returns>The builder of the account's HTTP client, for handlers of one's own. They see the access token.</returns>
    /// <remarks>
    /// Handlers and loggers that <c>ConfigureHttpClientDefaults</c> puts on every HTTP client are not on this one: the
    /// usual resilience handler would send a POST again after an unclear failure.
    /// </remarks>
    public static IHttpClientBuilder AddMissive(this IServiceCollection services, Action<MissiveOptions> configure)
        => services.AddMissive(Options.DefaultName, configure);

    /// <summary>
    /// Registers an account with a name: <see cref="IMissiveClientFactory.Get"/> gives its client, which can also be
    /// injected as a keyed service. The settings are checked when the host starts. Registering it again adds to its settings.
    /// </summary>
    /// <param name="services">Where to register.</param>
    /// <param name="name">The account's name.</param>
    /// <param name="configure">Sets the options; <see cref="MissiveOptions.AccessToken"/> at least.</param>
    /// <returns>The builder of the account's HTTP client, for handlers of one's own. They see the access token.</returns>
    public static IHttpClientBuilder AddMissive(this IServiceCollection services, string name, Action<MissiveOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configure);

        services.AddOptions<MissiveOptions>(name).Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MissiveOptions>, MissiveOptionsValidator>());
        services.TryAddSingleton<MissiveClientFactory>();
        services.TryAddSingleton<IMissiveClientFactory>(static provider => provider.GetRequiredService<MissiveClientFactory>());
        var client = services.AddHttpClient(MissiveAccountName.HttpClientOf(name));
        var account = new MissiveAccountName(name);
        if (services.Any(service => !service.IsKeyedService && account.Equals(service.ImplementationInstance)))
        {
            // Set up already, and doing it again would clear the handlers that were put on it since.
            return client;
        }

        services.AddSingleton(account);
        if (name.Length == 0)
        {
            services.TryAddSingleton(static provider => provider.GetRequiredService<IMissiveClientFactory>().Get());
        }
        else
        {
            services.TryAddKeyedSingleton(
                name, static (provider, key) => provider.GetRequiredService<IMissiveClientFactory>().Get((string?)key));
        }

        return SetUp(client, name);
    }

    private static IHttpClientBuilder SetUp(IHttpClientBuilder client, string name)
        => client
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(
                provider => HttpHandlers.Create(provider.GetRequiredService<IOptionsMonitor<MissiveOptions>>().Get(name)))

            // Here before those of the caller, so that it clears the defaults' handlers only.
            .ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => handlers.Clear())
            .RemoveAllLoggers()

            // The handler renews its connections itself, and one client is kept for the account's life.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
}
