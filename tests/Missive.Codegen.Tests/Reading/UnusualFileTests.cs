using System.Text;
using Missive.Codegen.Model;
using Missive.Codegen.Reading;
using Missive.Codegen.Tests.Fixtures;
using Xunit;

namespace Missive.Codegen.Tests.Reading;

/// <summary>Files that are unusual and sound.</summary>
public sealed class UnusualFileTests
{
    private const string Functions = "functions/tasks.yaml";

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void LineEndsOfEveryKindMeanTheSame(string lineEnd)
    {
        var folder = ManifestFolder.Base;
        foreach (var path in folder.Files.Keys.ToList())
        {
            folder = folder.With(path, folder.Text(path).Replace("\n", lineEnd, StringComparison.Ordinal));
        }

        var read = folder.Check();

        Assert.Empty(read.Diagnostics);
        Assert.Equal(ManifestFolder.Base.Check().Manifest, read.Manifest);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void AProblemBehindOtherLineEndsKeepsItsLine(string lineEnd)
    {
        var text = ManifestFolder.Base.Text(Functions).Replace("source: documented", "sourec: documented", StringComparison.Ordinal);

        var read = ManifestReader.Read(Functions, text.Replace("\n", lineEnd, StringComparison.Ordinal));

        Assert.Contains("MSV007 functions/tasks.yaml:9", read.Diagnostics.Select(Describe.Place));
    }

    [Fact]
    public void AByteOrderMarkIsPassedOver()
    {
        var bytes = (byte[])[.. Encoding.UTF8.Preamble, .. ManifestFolder.Base.Files[Functions]];

        var read = ManifestReader.Read(Functions, bytes);

        Assert.Empty(read.Diagnostics);
        Assert.Equal(ManifestReader.Read(Functions, ManifestFolder.Base.Files[Functions]).Content, read.Content);
    }

    [Fact]
    public void AByteOrderMarkDoesNotMoveTheColumn()
    {
        var read = ManifestReader.Read(Functions, (byte[])[.. Encoding.UTF8.Preamble, .. "grup: tasks\nfunctions: []\n"u8]);

        Assert.Equal((1, 1), read.Diagnostics.Where(d => d.Rule.Id == "MSV007").Select(d => (d.Line, d.Column)).Single());
    }

    [Theory]
    [InlineData("\\u0085")]
    [InlineData("\\u2028")]
    [InlineData("\\u2029")]
    [InlineData("\\n")]
    [InlineData("\\t")]
    [InlineData("\\0")]
    [InlineData("\\e")]
    [InlineData("\\U0001F600")]
    public void ACharacterWrittenAsAnEscapeIsRead(string escape)
    {
        var read = DescriptionOf($"\"Get{escape}it.\"");

        Assert.Equal($"Get{char.ConvertFromUtf32(CodePoint(escape))}it.", read);
    }

    [Theory]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    public void AnUnusualLineEndWithinATextIsReadOrRefusedWithADiagnostic(string lineEnd)
    {
        foreach (var text in new[] { $"Get{lineEnd}it.", $"\"Get{lineEnd}it.\"", $"'Get{lineEnd}it.'", $"|\n      Get{lineEnd}      it." })
        {
            var file = ManifestFolder.Base.Replace(Functions, "description: Get a task.", $"description: {text}").Files[Functions];

            var read = ManifestReader.Read(Functions, file);

            FilePlaces.AssertInside(read, file);
            Assert.True(read.Diagnostics.Count > 0 || ((FunctionFile)read.Content!).Functions[0].Description.StartsWith("Get", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void LettersBeyondTheBasicPlaneAreRead() => Assert.Equal("Get \U0001F600.", DescriptionOf("Get \U0001F600."));

    [Theory]
    [InlineData("\"007\"", "007")]
    [InlineData("'true'", "true")]
    [InlineData("yes", "yes")]
    [InlineData("2025-12-31", "2025-12-31")]
    [InlineData("0x1F", "0x1F")]
    public void OnlyPlainTrueNullAndNumbersAreNotTexts(string yaml, string text) => Assert.Equal(text, DescriptionOf(yaml));

    [Theory]
    [InlineData("2.0")]
    [InlineData("12")]
    [InlineData("true")]
    public void ANumberOrTruthValueInPlaceOfATextIsToldToBeQuoted(string yaml)
    {
        var file = ManifestFolder.Base.Replace(Functions, "description: Get a task.", $"description: {yaml}");

        var diagnostic = Assert.Single(file.Check().Diagnostics);

        Assert.Equal("MSV009 functions/tasks.yaml:5", Describe.Place(diagnostic));
        Assert.Equal($"Expected a text, in quotes, found '{yaml}'.", diagnostic.Message);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("~")]
    [InlineData("")]
    [InlineData("\"\"")]
    [InlineData("\" \"")]
    [InlineData("\"\\n\"")]
    public void NothingIsNotAText(string yaml)
    {
        var file = ManifestFolder.Base.Replace(Functions, "name: get_task", $"name: {yaml}");

        Assert.Equal("MSV009 functions/tasks.yaml:3", Describe.Place(Assert.Single(file.Check().Diagnostics)));
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void SixtyFourLevelsAreReadAndNotOneMore(int levels, bool isRead)
    {
        // The file, its functions, the function, its examples, the example, and its arguments are levels of their own.
        const int Outer = 6;
        var inner = levels - Outer;
        var flow = new string('[', inner) + new string(']', inner);
        var block = "\n            " + string.Concat(Enumerable.Repeat("- ", inner)) + "1";
        foreach (var value in new[] { flow, block })
        {
            var file = ManifestFolder.Base.With(Functions, $"""
                group: tasks
                functions:
                  - name: save_task
                    operation: write
                    description: Save a task.
                    request: POST /tasks
                    parameters:
                      - name: body
                        type: any
                        in: body
                        description: Anything.
                    source: documented
                    examples:
                      - title: Save a task
                        args:
                          body: {value}
                      - title: Save nothing
                """);

            Assert.Equal(isRead ? [] : ["MSV004"], file.Check().Diagnostics.Select(d => d.Rule.Id));
        }
    }

    private static string DescriptionOf(string yaml)
    {
        var file = ManifestFolder.Base.Replace(Functions, "description: Get a task.", $"description: {yaml}");
        var read = ManifestReader.Read(Functions, file.Files[Functions]);
        Assert.Empty(read.Diagnostics);
        return ((FunctionFile)read.Content!).Functions[0].Description;
    }

    private static int CodePoint(string escape) => escape switch
    {
        "\\n" => '\n',
        "\\t" => '\t',
        "\\0" => 0,
        "\\e" => 0x1B,
        _ => int.Parse(escape.AsSpan(2), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture),
    };
}
