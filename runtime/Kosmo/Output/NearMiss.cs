using Missive.Codegen.Runtime;

namespace Kosmo.Output;

/// <summary>Asks whether a known word was meant by one that is not.</summary>
internal static class NearMiss
{
    /// <summary>The question, with a blank before it; empty when no word comes near.</summary>
    public static string Question(string word, IEnumerable<string> known) => Question(NearestName.Find(word, known));

    /// <summary>The question, with a blank before it; empty for no word.</summary>
    public static string Question(string? near) => near is null ? "" : $" Did you mean '{near}'?";
}
