using System.Diagnostics;
using System.Globalization;
using System.Text;
using Missive.Codegen.Emit;
using Missive.Codegen.Emit.Escaping;
using Missive.Codegen.Model;
using Missive.Codegen.Reading;
using Missive.Codegen.Tests.Emit.Support;
using Missive.Codegen.Validation;
using Xunit;

namespace Missive.Codegen.Tests.Emit;

public class DeterminismTests
{
    private static readonly IReadOnlyList<OutputFile> Expected = ManifestFolder.Library.Check().Render();

    [Theory]
    [InlineData("")]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    [InlineData("th-TH")]
    public void No_culture_changes_a_byte(string name)
    {
        var culture = Culture(name);
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            Assert.Equal(Expected, Read(ManifestFolder.Library.Files).Render());
            Assert.Equal(RenderSchema(), InInvariantCulture(RenderSchema));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }

    [Fact]
    public void A_negative_limit_has_the_same_sign_in_every_culture()
    {
        var folder = ManifestFolder.Library.With("types/books.yaml", "min: 0, description: Year of birth.", "min: -5000, description: Year of birth.");
        var expected = folder.Check().Render();
        var before = CultureInfo.CurrentCulture;
        try
        {
            // As the Swedish one of most systems has it.
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NegativeSign = "\u2212";
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(expected, folder.Check().Render());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_repository_s_own_manifest_is_rendered_alike_in_Turkish()
    {
        var culture = Culture("tr-TR");
        var expected = ManifestFolder.Missive.Check().Render();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(expected, Read(ManifestFolder.Missive.Files).Render());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void Neither_line_ends_nor_a_byte_order_mark_of_the_manifest_change_a_byte(string lineEnd)
    {
        var files = ManifestFolder.Library.Files.ToDictionary(f => f.Key, f => f.Value.Replace("\n", lineEnd, StringComparison.Ordinal));
        var bytes = files.Select(f => ManifestReader.Read(f.Key, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(f.Value)]));

        Assert.Equal(Expected, Read(files).Render());
        Assert.Equal(Expected, ManifestChecker.Check(bytes).Manifest!.Render());
    }

    [Fact]
    public void Line_ends_of_a_user_s_template_do_not_change_a_byte()
    {
        var text = "# a\n{{~ for f in functions ~}}\n- {{ f.name | md.text }}\n{{~ end ~}}\n";
        IReadOnlyList<OutputFile> Render(string template) => ManifestFolder.Library.Check().Render([Rendering.Kind("function-index")], [new("docs/functions.md.scriban", "mine", template)]);

        Assert.Equal(Render(text), Render(text.Replace("\n", "\r\n", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_order_of_files_does_not_change_a_byte()
    {
        var random = new Random(7);
        for (var i = 0; i < 5; i++)
        {
            var shuffled = ManifestFolder.Library.Files.ToArray();
            random.Shuffle(shuffled);
            Assert.Equal(Expected, Read(shuffled).Render());
        }
    }

    [Fact]
    public void A_renderer_that_is_used_again_writes_the_same()
    {
        var renderer = new ManifestRenderer();
        var manifest = ManifestFolder.Library.Check();
        IEnumerable<OutputFile?> Render() => renderer.Render(manifest, OutputCatalog.All, TestContext.Current.CancellationToken).Select(r => r.File).ToList();

        Assert.Equal(Render(), Render());
        Assert.Equal(Expected, Render());
    }

    [Fact]
    public void The_order_of_outputs_does_not_change_a_byte() =>
        Assert.Equal(Expected.OrderBy(f => f.Path, StringComparer.Ordinal), ManifestFolder.Library.Check().Render(OutputCatalog.All.Reverse()).OrderBy(f => f.Path, StringComparer.Ordinal));

    [Fact]
    public void Every_file_ends_its_lines_with_LF_and_itself_with_exactly_one()
    {
        foreach (var file in Expected.Concat(ManifestFolder.Missive.Check().Render()).Concat(Hostile.Retexted.Hostile.Render()))
        {
            Assert.DoesNotContain('\r', file.Text);
            Assert.NotEqual('\ufeff', file.Text[0]);
            Assert.EndsWith("\n", file.Text, StringComparison.Ordinal);
            Assert.False(file.Text.EndsWith("\n\n", StringComparison.Ordinal), file.Path);
            Assert.Equal(file.Text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(file.Text)));
        }
    }

    [Fact]
    public void No_line_ends_in_blanks()
    {
        var lines = Expected.Concat(ManifestFolder.Missive.Check().Render()).SelectMany(f => f.Text.Split('\n').Select((line, i) => (f.Path, Line: i + 1, Text: line)));

        Assert.DoesNotContain(lines, l => l.Text.EndsWith(' ') || l.Text.EndsWith('\t'));
    }

    [Fact]
    public void Paths_are_relative_and_unique_whatever_the_letter_case()
    {
        foreach (var files in new[] { Expected, ManifestFolder.Missive.Check().Render() })
        {
            Assert.All(files, f => Assert.Matches("^[a-z]+(/[A-Za-z0-9_]+)*/[A-Za-z0-9_]+([.][a-z]+)+$", f.Path));
            Assert.Equal(files.Count, files.Select(f => f.Path.ToUpperInvariant()).Distinct().Count());
        }
    }

    [Fact]
    public void Nothing_of_the_machine_or_the_moment_is_in_a_file()
    {
        var today = DateTime.UtcNow;
        string[] traces =
        [
            ManifestFolder.RepositoryRoot, AppContext.BaseDirectory, Environment.CurrentDirectory, Path.GetTempPath().TrimEnd('/', '\\') + "/", Environment.MachineName + " ",
            today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), today.ToString("o", CultureInfo.InvariantCulture)[..16],
        ];

        Assert.All(ManifestFolder.Missive.Check().Render(), f => Assert.All(traces.Where(t => t.Length > 3), t => Assert.DoesNotContain(t, f.Text, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("America/St_Johns")]
    [InlineData("UTC")]
    public async Task No_time_zone_and_no_language_of_the_environment_changes_a_byte(string zone)
    {
        // A process of its own, for these are read once a process: this test assembly again, with one test that only writes.
        var target = Directory.CreateTempSubdirectory("rendered-");
        try
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!, Arguments()) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["TZ"] = zone;
            start.Environment["LANG"] = start.Environment["LC_ALL"] = "tr_TR.UTF-8";
            start.Environment[RenderedElsewhere.Target] = Path.Combine(target.FullName, "all.txt");
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            Assert.True(process.ExitCode == 0, await output);
            Assert.Equal(RenderedElsewhere.Join(Expected), await File.ReadAllTextAsync(Path.Combine(target.FullName, "all.txt"), TestContext.Current.CancellationToken));
        }
        finally
        {
            target.Delete(recursive: true);
        }

        static IEnumerable<string> Arguments()
        {
            var assembly = typeof(DeterminismTests).Assembly.Location;
            string[] self = Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? [assembly] : [];
            return [.. self, "-method", $"{typeof(RenderedElsewhere).FullName}.{nameof(RenderedElsewhere.All_outputs_are_written_for_another_process_to_compare)}"];
        }
    }

    private static Manifest Read(IEnumerable<KeyValuePair<string, string>> files) => ManifestChecker.Check(files.Select(f => ManifestReader.Read(f.Key, f.Value))).Manifest!;

    private static CultureInfo Culture(string name)
    {
        Assert.SkipWhen(new CultureInfo("de-DE").NumberFormat.NumberDecimalSeparator != ",", "Needs a system with cultures (ICU); this one knows the invariant culture only.");
        return CultureInfo.GetCultureInfo(name);
    }

    private static string RenderSchema() => JsonText.Pretty(ManifestSchema.Create());

    private static string InInvariantCulture(Func<string> render)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            return render();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

/// <summary>What a test that needs a process of its own starts in it; on its own it writes to a file that nobody reads.</summary>
public class RenderedElsewhere
{
    /// <summary>The environment variable that says where to write.</summary>
    internal const string Target = "MISSIVE_CODEGEN_RENDER_TO";

    [Fact]
    public async Task All_outputs_are_written_for_another_process_to_compare()
    {
        var asked = Environment.GetEnvironmentVariable(Target);
        var target = asked ?? Path.GetTempFileName();
        await File.WriteAllTextAsync(target, Join(ManifestFolder.Library.Check().Render()), TestContext.Current.CancellationToken);
        Assert.True(new FileInfo(target).Length > 0);
        if (asked is null)
        {
            File.Delete(target);
        }
    }

    internal static string Join(IEnumerable<OutputFile> files) => string.Join('\0', files.Select(f => $"{f.Path}\0{f.Text}"));
}
