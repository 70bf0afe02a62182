using Missive.Codegen.Diagnostics;
using Missive.Codegen.Emit;
using Missive.Codegen.Model;
using Xunit;

namespace Missive.Codegen.Tests.Emit.Support;

/// <summary>Renders manifests and single templates.</summary>
internal static class Rendering
{
    /// <summary>Every file of these outputs; a template that fails fails the test.</summary>
    public static IReadOnlyList<OutputFile> Render(this Manifest manifest, IEnumerable<OutputKind>? kinds = null, IEnumerable<TemplateSource>? templates = null)
    {
        var results = new ManifestRenderer(templates).Render(manifest, kinds ?? OutputCatalog.All, TestContext.Current.CancellationToken).ToList();
        Assert.Empty(results.Where(r => r.Diagnostic is not null).Select(r => $"{r.Diagnostic!.Path}({r.Diagnostic.Line},{r.Diagnostic.Column}): {r.Diagnostic.Message}"));
        return [.. results.Select(r => r.File!)];
    }

    /// <summary>Every file of the output of that name.</summary>
    public static IReadOnlyList<OutputFile> Render(this Manifest manifest, string kind) => manifest.Render([Kind(kind)]);

    /// <summary>The output of that name.</summary>
    public static OutputKind Kind(string name) => OutputCatalog.All.Single(k => k.Name == name);

    /// <summary>What a template of the user's makes of each function of the library; the text of the first, or the first problem.</summary>
    public static (string? Text, ManifestDiagnostic? Problem) RenderTemplate(string text, string name = "docs/function.md.scriban")
    {
        var kind = new OutputKind("mine", Per.Function, name, "mine/{name}", HeaderStyle.None);
        var result = new ManifestRenderer([new TemplateSource(name, "templates/mine.scriban", text)])
            .Render(ManifestFolder.Library.Check(), [kind], TestContext.Current.CancellationToken)
            .First();
        return (result.File?.Text, result.Diagnostic);
    }
}
