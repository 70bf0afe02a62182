using System.Reflection;

namespace Missive.Codegen.Runtime;

/// <summary>Reads the texts that a tool's assembly carries.</summary>
internal static class ToolResources
{
    public static string Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException(
                $"The assembly {assembly.GetName().Name} has no resource '{name}'. Embed the generated file under that logical name.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
