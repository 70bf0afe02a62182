using System.Text.Json.Nodes;

namespace Missive.Emulator.Endpoints;

internal static class Attributes
{
    /// <summary>Takes over what was passed and leaves the rest as it is; the id never changes.</summary>
    public static void Merge(JsonObject stored, JsonObject passed)
    {
        foreach (var (name, value) in passed)
        {
            if (name != "id")
            {
                stored[name] = value?.DeepClone();
            }
        }
    }
}
