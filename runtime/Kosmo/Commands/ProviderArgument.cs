using Kosmo.Accounts;
using Kosmo.Output;
using Missive.Codegen.Runtime;

namespace Kosmo.Commands;

/// <summary>The integration that a command names.</summary>
internal static class ProviderArgument
{
    public const string Description = "The integration: missive.";

    public static IEnumerable<string> Names() => [Configuration.Provider];

    /// <exception cref="KosmoException">It is unknown here.</exception>
    public static void ThrowIfUnknown(string name)
    {
        if (!string.Equals(name, Configuration.Provider, StringComparison.Ordinal))
        {
            var near = NearestName.Find(name, [Configuration.Provider]);
            var message = $"Unknown integration provider: {PlainText.WithoutValue(name)}";
            throw new KosmoException("unknown_provider", near is null ? message : $"{message}. Did you mean {near}?", "kosmo integrations:list");
        }
    }
}
