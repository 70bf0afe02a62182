using Missive.Tools;

namespace Kosmo.Accounts;

/// <summary>Where the accounts of a run come from. The default account is null.</summary>
internal interface IAccountSource
{
    /// <summary>The names of the accounts beside the default one, in order.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Those of them that have their credentials.</summary>
    IReadOnlyList<string> UsableNames { get; }

    /// <summary>The keys of the required credentials that an account lacks; empty when it can be used.</summary>
    IReadOnlyList<string> MissingCredentials(string? account);

    /// <summary>What an account was given under a key, and from where; null for nothing.</summary>
    FieldValue? Find(string? account, AccountField field);

    /// <summary>Sees to it that an account is there, configured or not.</summary>
    /// <exception cref="Output.KosmoException">There is none of that name.</exception>
    void ThrowIfUnknown(string? account);

    /// <summary>An account's options.</summary>
    /// <exception cref="Output.KosmoException">The account is not configured, or what it was given is refused.</exception>
    ValueTask<MissiveOptions> GetOptionsAsync(string? account, CancellationToken cancellationToken);
}
