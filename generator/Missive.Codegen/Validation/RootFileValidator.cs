using Missive.Codegen.Diagnostics;
using Missive.Codegen.Model;

namespace Missive.Codegen.Validation;

/// <summary>Checks the root file's settings and credentials.</summary>
internal static class RootFileValidator
{
    public static EquatableArray<ManifestDiagnostic> Validate(RootFile root, TypeCatalog catalog)
    {
        var sink = new DiagnosticSink(root.Path);
        ReportTwice("credential", root.Auth.Credentials.Select(c => new Reference(c.Name, c.NameSpan)), sink);
        ReportTwice("setting", root.Settings.Select(s => new Reference(s.Name, s.NameSpan)), sink);
        foreach (var setting in root.Settings)
        {
            ValidateSetting(setting, catalog, sink);
        }

        return sink.Diagnostics;
    }

    private static void ValidateSetting(SettingDefinition setting, TypeCatalog catalog, DiagnosticSink sink)
    {
        if (setting.Type is "array" or "map")
        {
            sink.Report(DiagnosticRules.MisplacedKey, setting.NameSpan, $"The setting '{setting.Name}' cannot have the type {setting.Type}; use a type of types/<topic>.yaml, or 'any'.");
        }
        else if (setting.Type.Length > 0 && catalog.IsComplete && catalog.Find(setting.Type) is null && !TypeCatalog.IsBuiltIn(setting.Type))
        {
            sink.Report(
                DiagnosticRules.UnknownType, setting.NameSpan,
                $"There is no type '{MessageText.Shorten(setting.Type)}', which the setting '{setting.Name}' names.{MemberValidator.AdviceFor(setting.Type, catalog)}");
        }
        else if (setting.Default is { } value)
        {
            var member = new FieldDefinition { Name = setting.Name, Type = new(setting.Type, null, setting.NameSpan) };
            foreach (var problem in ArgumentChecker.Check(catalog, member, value))
            {
                sink.Report(DiagnosticRules.InvalidLimits, problem.Span, $"The default does not fit: {problem.Message}");
            }
        }
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
