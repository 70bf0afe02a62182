using System.Text.Json;
using Missive.Codegen.Runtime;
using Missive.Tools;

namespace Kosmo.Accounts;

/// <summary>One thing that an account can be given: a credential or a setting of the manifest.</summary>
/// <param name="Key">Its name, as the manifest has it.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Kind">The word for its type: <c>secret</c>, <c>url</c>, or that of its data type.</param>
/// <param name="Type">What its value may be.</param>
/// <param name="OptionName">The property of <see cref="MissiveOptions"/> that it sets.</param>
/// <param name="Apply">Sets it.</param>
/// <param name="Description">What it is for.</param>
internal sealed record AccountField(
    string Key, string Label, string Kind, DataType Type, string OptionName, Action<MissiveOptions, JsonElement> Apply, string Description)
{
    public bool IsRequired { get; init; }

    /// <summary>The environment variable that may hold it for the default account; null for none.</summary>
    public string? Variable { get; init; }

    /// <summary>Whether its value may be shown to nobody.</summary>
    public bool IsSecret => Kind == "secret";
}
