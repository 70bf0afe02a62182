using Missive.Codegen.Diagnostics;
using Missive.Codegen.Model;

namespace Missive.Codegen.Validation;

/// <summary>Checks the root file's settings and credentials.</summary>
internal static class RootFileValidator
{
    /// <summary>Checks a root file.</summary>
    /// <returns>The file with the credentials and settings that code can be generated for, and every problem found.</returns>
    public static (RootFile Sound, EquatableArray<ManifestDiagnostic> Diagnostics) Validate(RootFile root, TypeCatalog catalog)
    {
        var sink = new DiagnosticSink(root.Path);
        ReportTwice("credential", root.Auth.Credentials.Select(c => new Reference(c.Name, c.NameSpan)), sink);
        ReportTwice("setting", root.Settings.Select(s => new Reference(s.Name, s.NameSpan)), sink);
        var settings = new List<SettingDefinition>();
        var members = new MemberValidator(catalog, root, sink);
        foreach (var setting in root.Settings.Where(s => !s.IsBroken))
        {
            var errors = sink.ErrorCount;
            members.ValidateValue(setting);
            if (sink.ErrorCount == errors)
            {
                settings.Add(setting);
            }
        }

        var auth = root.Auth with { Credentials = root.Auth.Credentials.Where(c => !c.IsBroken).ToEquatableArray() };
        return (root with { Auth = auth, Settings = settings.ToEquatableArray() }, sink.Diagnostics);
    }

    private static void ReportTwice(string what, IEnumerable<Reference> declared, DiagnosticSink sink)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in declared)
        {
            if (name.Name.Length > 0 && !names.Add(name.Name))
            {
                sink.Report(DiagnosticRules.NameCollision, name.Span, $"The {what} '{name.Name}' is declared twice; remove one of them.");
            }
        }
    }
}
