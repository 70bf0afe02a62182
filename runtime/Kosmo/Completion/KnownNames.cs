using Kosmo.Accounts;
using Kosmo.Output;
using Missive.Tools;

namespace Kosmo.Completion;

/// <summary>Names that are completed in several places.</summary>
internal static class KnownNames
{
    public static IEnumerable<Suggestion> Functions(string prefix)
        => MissiveTools.Registry.Tools.Select(tool => new Suggestion($"{prefix}{tool.Name}", tool.Definition.Description));

    public static IEnumerable<string> FullNames() => Functions("missive.").Select(static function => function.Text);

    public static IEnumerable<string> Accounts()
    {
        try
        {
            return [AccountName.Default, .. ConfigurationStore.Open().Read(static _ => { }).AccountNames];
        }
        catch (KosmoException)
        {
            // A damaged store is reported by the command itself, not in the middle of a word.
            return [];
        }
    }
}
