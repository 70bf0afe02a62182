using System.Collections.Concurrent;
using System.Text;
using Scriban;

namespace Missive.Codegen.Emit;

/// <summary>The templates inside this assembly.</summary>
internal static class EmbeddedTemplates
{
    private static readonly HashSet<string> All = new(typeof(EmbeddedTemplates).Assembly.GetManifestResourceNames(), StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, Template> Parsed = new(StringComparer.Ordinal);

    /// <summary>Their names, sorted.</summary>
    public static IReadOnlyList<string> Names => [.. All.OrderBy(n => n, StringComparer.Ordinal)];

    public static bool Exists(string name) => All.Contains(name);

    /// <summary>The parsed template. Each is parsed once, when it is first needed, for that is dear; several threads may need one.</summary>
    public static Template Parse(string name) =>
        Parsed.TryGetValue(name, out var template) ? template : Parsed.GetOrAdd(name, Template.Parse(Read(name), PathOf(name)));

    /// <summary>The path that messages show.</summary>
    public static string PathOf(string name) => "Templates/" + name;

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(EmbeddedTemplates).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }
}
