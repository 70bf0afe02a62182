using System.Collections.Immutable;
using Kosmo.Output;
using Missive.Codegen.Runtime;
using Missive.Tools;

namespace Kosmo.Accounts;

/// <summary>What an account can be given: the credentials and settings of the manifest's root file.</summary>
internal static class AccountFields
{
    /// <summary>The command line that lists them.</summary>
    public const string Listing = "kosmo integrations:fields missive";

    public static ImmutableArray<AccountField> All { get; } =
        [.. MissiveTools.Api.Credentials.Select(AccountField.Of), .. MissiveTools.Api.Settings.Select(AccountField.Of)];

    /// <summary>The fields as a function's parameters, so that values are checked and errors worded as those of calls are.</summary>
    public static ToolDefinition AsParameters { get; } = new()
    {
        Name = "integrations:configure",
        FullName = "integrations:configure",
        Group = "",
        Operation = ToolOperation.Write,
        Description = "",
        Method = "POST",
        Path = "/",
        Parameters = [.. All.Select(static field => new ToolParameter { Name = field.Key, Type = field.Type, Location = ParameterLocation.Body, Description = field.Description })],
    };

    /// <summary>The field of that name; null when there is none.</summary>
    public static AccountField? Find(string key) => All.FirstOrDefault(field => string.Equals(field.Key, key, StringComparison.Ordinal));

    /// <summary>Says that there is no field of a name.</summary>
    public static string UnknownText(string key)
        => $"There is no credential or setting '{PlainText.OneLine(key)}'.{NearMiss.Question(key, All.Select(static field => field.Key))}";
}
