using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Missive.Codegen.SourceGenerator.Tests.Support;
using Xunit;

namespace Missive.Codegen.SourceGenerator.Tests;

/// <summary>What an editor shows while a manifest is being written: the mistake at its place, and all the code that is sound.</summary>
public sealed class BrokenManifestTests
{
    private const string Books = "functions/books.yaml";

    public static TheoryData<string, string> HostileTexts { get; } = new()
    {
        { "nothing", "" },
        { "a tab", "group: books\nfunctions:\n\t- name: list_books\n" },
        { "an anchor", "group: &a books\nfunctions: [*a]\n" },
        { "a merge key", "<<: {group: books}\n" },
        { "a key twice", "group: books\ngroup: books\nfunctions: []\n" },
        { "an open bracket", "group: books\nfunctions: [{name: list_books, " },
        { "another kind of file", "types: []\n" },
        { "a list", "- 1\n- 2\n" },
        { "deep nesting", string.Concat(Enumerable.Repeat("[", 20_000)) },
        { "half a surrogate pair", "group: books\nfunctions: [\uD800]\n" },
        { "a NUL", "group: books\0\n" },
        { "over a megabyte", "group: books\n" + new string('#', 1_000_001) },
        { "several documents", "---\ngroup: books\n---\ngroup: books\n" },
    };

    [Fact]
    public void ABrokenFunctionLeavesTheSoundOnes()
    {
        var run = GeneratorRun.Of(ManifestFiles.Library.Edit(Books, "description: List the books.", "descripton: List the books."));

        Assert.Equal(["functions/books.yaml(5,5): MSV007"], run.Problems);
        Assert.DoesNotContain("ListBooksTool", run.Sources["functions/books.g.cs"], StringComparison.Ordinal);
        Assert.Contains("UpdateBookTool", run.Sources["functions/books.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("list_books", run.Sources["registry.g.cs"], StringComparison.Ordinal);
        GeneratedCode.AssertCompiles(run);
    }

    [Fact]
    public void AMisspeltKeyIsExplainedAtItsPlace()
    {
        var run = GeneratorRun.Of(ManifestFiles.Library.Edit(Books, "description: List the books.", "descripton: List the books."));

        var diagnostic = run.Steps.Diagnostics.Single(d => d.Id == "MSV007");
        Assert.Contains("Did you mean 'description'?", run.MessageOf("MSV007"), StringComparison.Ordinal);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);

        // Built without the address of a repository, it links nowhere rather than to a path that no editor can open.
        Assert.Matches("^(https?://.+/docs/diagnostics\\.md#msv007)?$", diagnostic.Descriptor.HelpLinkUri);
        Assert.Equal("/project/manifest/functions/books.yaml", diagnostic.Location.GetLineSpan().Path);
        Assert.Equal(new LinePosition(4, 4), diagnostic.Location.GetLineSpan().StartLinePosition);
        Assert.Equal(new LinePosition(4, 14), diagnostic.Location.GetLineSpan().EndLinePosition);
    }

    [Fact]
    public void ACopyInAnotherFolderIsOneProblemAndTheOriginalIsStillCompiled()
    {
        var library = ManifestFiles.Library;
        var run = GeneratorRun.Of(library.With("functions/old/books.yaml", library[Books]).With("types/old/books.yaml", library["types/books.yaml"]));

        Assert.Equal(["functions/old/books.yaml(1,1): MSV206", "types/old/books.yaml(1,1): MSV206"], run.Problems);
        Assert.Contains("ListBooksTool", run.Sources["functions/books.g.cs"], StringComparison.Ordinal);
        GeneratedCode.AssertCompiles(run);
    }

    [Fact]
    public void EveryProblemOfEveryFileShowsInOneRun()
    {
        var run = GeneratorRun.Of(ManifestFiles.Library
            .Edit(Books, "operation: read", "operation: reed")
            .Edit("types/loans.yaml", "type: timestamp", "type: timstamp")
            .Edit("library.yaml", "command: library", "comand: library"));

        Assert.All([Books, "types/loans.yaml", "library.yaml"], path => Assert.Contains(run.Problems, p => p.StartsWith(path, StringComparison.Ordinal)));
    }

    [Fact]
    public void ATypeWithAnErrorTakesOnlyWhatUsesItAlong()
    {
        var run = GeneratorRun.Of(ManifestFiles.Library.Edit("types/loans.yaml", "type: timestamp", "type: timstamp"));

        Assert.Contains(run.Problems, p => p.EndsWith("MSV101", StringComparison.Ordinal));
        Assert.DoesNotContain("class Loan ", run.Sources["types/loans.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("ListLoansTool", run.Sources["functions/loans.g.cs"], StringComparison.Ordinal);
        Assert.Contains("UpdateBookTool", run.Sources["functions/books.g.cs"], StringComparison.Ordinal);
        GeneratedCode.AssertCompiles(run);
    }

    [Theory]
    [InlineData("settings: [{name: branch, type: Brunch, description: Branch.}, {name: zone, type: string, description: Zone.}]", "MSV101")]
    [InlineData("settings: [{name: branch, type: array, description: Branch.}, {name: zone, type: string, description: Zone.}]", "MSV109")]
    [InlineData("settings: [{name: branch, description: Branch.}, {name: zone, type: string, description: Zone.}]", "MSV008")]
    public void ASettingWithAnErrorIsLeftOutOfTheRegistry(string settings, string problem)
    {
        var run = GeneratorRun.Of(ManifestFiles.Library.Edit("library.yaml", "limits: {concurrent_requests: 5}", settings));

        Assert.EndsWith(problem, Assert.Single(run.Problems), StringComparison.Ordinal);
        Assert.DoesNotContain("\"branch\"", run.Sources["registry.g.cs"], StringComparison.Ordinal);
        Assert.Contains("\"zone\"", run.Sources["registry.g.cs"], StringComparison.Ordinal);
        GeneratedCode.AssertCompiles(run);
    }

    [Fact]
    public void ACredentialWithAnErrorIsLeftOutOfTheRegistry()
    {
        var run = GeneratorRun.Of(ManifestFiles.Library.Edit("library.yaml", "type: secret, ", ""));

        Assert.DoesNotContain("\"token\"", run.Sources["registry.g.cs"], StringComparison.Ordinal);
        GeneratedCode.AssertCompiles(run);
    }

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void NoTextOfAFileEndsTheGenerator(string what, string text)
    {
        foreach (var path in ManifestFiles.Library.All.Select(f => f.Path[ManifestFiles.Folder.Length..]))
        {
            var run = GeneratorRun.Of(ManifestFiles.Library.With(path, text));

            Assert.True(run.Problems.Any(), $"{what} in {path} is not reported.");
            GeneratedCode.AssertCompiles(run);
        }
    }

    [Fact]
    public void WhatStandsAboveABrokenPlaceIsKept()
    {
        var run = GeneratorRun.Of(ManifestFiles.Library.With(Books, ManifestFiles.Library[Books] + "  - {name: next, [\n"));

        Assert.NotEmpty(run.Problems);
        Assert.Contains("UpdateBookTool", run.Sources["functions/books.g.cs"], StringComparison.Ordinal);
        GeneratedCode.AssertCompiles(run);
    }

    [Fact]
    public void AFileThatIsCutOffAnywhereLeavesCodeThatCompiles()
    {
        var first = GeneratorRun.Of(ManifestFiles.Library);
        foreach (var path in new[] { Books, "types/books.yaml", "library.yaml" })
        {
            for (var length = 40; length < ManifestFiles.Library[path].Length; length += 97)
            {
                GeneratedCode.AssertCompiles(first.Then(files => files.With(path, files[path][..length])));
            }
        }
    }

    [Fact]
    public void AMissingFileLeavesCodeThatCompiles()
    {
        var first = GeneratorRun.Of(ManifestFiles.Missive);
        foreach (var path in ManifestFiles.Missive.All.Select(f => f.Path[ManifestFiles.Folder.Length..]))
        {
            GeneratedCode.AssertCompiles(first.Then(files => files.Without(path)));
        }
    }

    [Fact]
    public void AFileThatIsNotUtf8IsReportedWhereItBegins()
    {
        var text = ManifestFiles.Library[Books].Replace("List the books.", "List the b\u00F6oks.", StringComparison.Ordinal);
        var latin1 = SourceText.From(text, Encoding.Latin1);
        var replaced = SourceText.From(text.Replace('\u00F6', '\uFFFD'), Encoding.UTF8);

        Assert.Contains("functions/books.yaml(5,28): MSV003", GeneratorRun.Of(ManifestFiles.Library.With(Books, latin1)).Problems);
        Assert.Contains("functions/books.yaml(5,28): MSV003", GeneratorRun.Of(ManifestFiles.Library.With(Books, replaced)).Problems);
        Assert.Empty(GeneratorRun.Of(ManifestFiles.Library.With(Books, SourceText.From(text, Encoding.UTF8))).Problems);
    }

    [Fact]
    public void AFileThatTheCompilerCannotOpenIsReportedAsEmpty()
    {
        var run = GeneratorRun.Of(ManifestFiles.Library.With("types/loans.yaml", (SourceText?)null));

        Assert.Contains("types/loans.yaml(1,1): MSV011", run.Problems);
    }

    [Fact]
    public void AFunctionThatIsDeclaredTwiceIsGeneratedOnce()
    {
        var run = GeneratorRun.Of(ManifestFiles.Library.Edit("functions/loans.yaml", "name: list_loans", "name: list_books"));

        Assert.Contains("functions/loans.yaml(3,11): MSV201", run.Problems);
        Assert.DoesNotContain("ListBooksTool", run.Sources["functions/loans.g.cs"], StringComparison.Ordinal);
        GeneratedCode.AssertCompiles(run);
    }

    [Fact]
    public void FunctionsThatCollideInCSharpAreGeneratedOnce()
    {
        var run = GeneratorRun.Of(ManifestFiles.Library.Edit("functions/loans.yaml", "name: list_loans", "name: listbooks"));

        Assert.Contains(run.Problems, p => p.EndsWith("MSV203", StringComparison.Ordinal));
        Assert.DoesNotContain("listbooks", run.Sources["registry.g.cs"], StringComparison.Ordinal);
        GeneratedCode.AssertCompiles(run);
    }

    [Fact]
    public void ATypeThatIsDeclaredTwiceIsGeneratedOnce()
    {
        var run = GeneratorRun.Of(ManifestFiles.Library.With(
            "types/shelves.yaml", "types:\n  - name: Book\n    description: Another book.\n    source: documented\n    fields: [{name: id, type: string, description: Its key.}]\n"));

        Assert.Contains("types/shelves.yaml(2,11): MSV202", run.Problems);
        GeneratedCode.AssertCompiles(run);
    }

    [Theory]
    [InlineData("LoansClient")]
    [InlineData("LibraryClient")]
    [InlineData("LibraryTools")]
    [InlineData("ListBooksTool")]
    [InlineData("Listbooksresult")]
    public void ATypeWithTheNameOfAnotherClassIsLeftOutWithWhatUsesIt(string name)
    {
        var run = GeneratorRun.Of(ManifestFiles.Library
            .Edit("types/loans.yaml", "name: Loan\n", $"name: {name}\n")
            .Edit("types/loans.yaml", "extends: Loan\n", $"extends: {name}\n")
            .Edit("functions/loans.yaml", "type: Loan}", $"type: {name}}}"));

        Assert.Equal(["types/loans.yaml(2,11): MSV203"], run.Problems);
        Assert.DoesNotContain("ListLoansTool", run.Sources["functions/loans.g.cs"], StringComparison.Ordinal);
        Assert.Contains("ListBooksTool", run.Sources["registry.g.cs"], StringComparison.Ordinal);
        GeneratedCode.AssertCompiles(run);
    }

    [Fact]
    public void ATypeMayHaveTheNameThatAnAliasWouldGiveAClass()
    {
        var run = GeneratorRun.Of(ManifestFiles.Library
            .Edit(Books, "name: list_books\n", "name: list_books\n    aliases: [find_books]\n")
            .Edit("types/loans.yaml", "name: Loan\n", "name: FindBooksTool\n")
            .Edit("types/loans.yaml", "extends: Loan\n", "extends: FindBooksTool\n")
            .Edit("functions/loans.yaml", "type: Loan}", "type: FindBooksTool}"));

        Assert.Empty(run.Problems);
        Assert.Contains("class FindBooksTool ", run.Sources["types/loans.g.cs"], StringComparison.Ordinal);
        GeneratedCode.AssertCompiles(run);
    }

    [Theory]
    [InlineData("LoansClient")]
    [InlineData("LibraryTools")]
    [InlineData("ListBooksTool")]
    [InlineData("Loans")]
    public void AClientWithATakenNameIsLeftOut(string name)
    {
        var run = GeneratorRun.Of(ManifestFiles.Library.Edit("library.yaml", "client: LibraryClient", "client: " + name));

        Assert.Equal(["library.yaml(5,44): MSV203"], run.Problems);
        Assert.Contains("ListBooksTool", run.Sources["functions/books.g.cs"], StringComparison.Ordinal);
        GeneratedCode.AssertCompiles(run);
    }

    [Fact]
    public void AGroupThatIsListedTwiceDoesNotEndTheGenerator()
    {
        var run = GeneratorRun.Of(ManifestFiles.Library.Edit("library.yaml", "{name: loans,", "{name: books,"));

        Assert.Contains(run.Problems, p => p.EndsWith("MSV203", StringComparison.Ordinal));
        GeneratedCode.AssertCompiles(run);
    }

    [Fact]
    public void AFunctionFileOfAnothersGroupDoesNotEndTheGenerator()
    {
        var run = GeneratorRun.Of(ManifestFiles.Library.Edit("functions/loans.yaml", "group: loans", "group: books"));

        Assert.Contains(run.Problems, p => p.EndsWith("MSV204", StringComparison.Ordinal));
        Assert.Contains("ListBooksTool", run.Sources["functions/books.g.cs"], StringComparison.Ordinal);
        GeneratedCode.AssertCompiles(run);
    }

    [Fact]
    public void ASecondManifestFolderIsReportedAndLeftOut()
    {
        var second = new AdditionalFile("/project/second/functions/books.yaml", Books, AdditionalFile.ManifestMetadata, SourceText.From("group: books\n"));

        var run = GeneratorRun.Of(ManifestFiles.Library.With(second));

        Assert.Equal(["/project/second/functions/books.yaml(1,1): MSV206"], run.Problems);
        Assert.Equal(GeneratorRun.Of(ManifestFiles.Library).Sources, run.Sources);
    }

    [Fact]
    public void WithoutARootFileNothingIsGenerated()
    {
        var run = GeneratorRun.Of(ManifestFiles.Library.Without("library.yaml"));

        Assert.Contains(run.Problems, p => p.EndsWith("MSV205", StringComparison.Ordinal));
        Assert.Empty(run.Sources);
    }

    [Fact]
    public void AProjectWithoutAManifestHearsNothing()
    {
        var none = ManifestFiles.Library.All.Aggregate(ManifestFiles.Library, (files, file) => files.Without(file.Path[ManifestFiles.Folder.Length..]));

        var run = GeneratorRun.Of(none.With("notes.yaml", "no: [manifest", metadata: null));

        Assert.Empty(run.Problems);
        Assert.Empty(run.Sources);
    }
}
