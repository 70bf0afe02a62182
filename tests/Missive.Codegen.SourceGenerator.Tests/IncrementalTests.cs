using Missive.Codegen.SourceGenerator.Tests.Support;
using Xunit;

namespace Missive.Codegen.SourceGenerator.Tests;

/// <summary>What an edit makes the generator do, and no more than that.</summary>
public sealed class IncrementalTests
{
    private const string Books = "functions/books.yaml";
    private const string BookTypes = "types/books.yaml";

    private readonly GeneratorRun _before = GeneratorRun.Of(ManifestFiles.Library);

    [Fact]
    public void TheFirstRunReadsAndRendersEverythingOnce()
    {
        Assert.Equal(["functions/books.yaml", "functions/loans.yaml", "guide.yaml", "library.yaml", "types/books.yaml", "types/loans.yaml"], _before.FilesRead);
        Assert.Equal(["functions/books.g.cs", "functions/loans.g.cs", "registry.g.cs", "types/books.g.cs", "types/loans.g.cs"], _before.FilesRendered);
        Assert.Empty(_before.Problems);
    }

    [Fact]
    public void AnUnrelatedEditOfCSharpRecomputesNothing()
    {
        var after = _before.ThenEditCSharp("class Edited { int Field; }");

        CacheGuard.AssertRecomputesNothing(after.Steps);
        Assert.Equal(_before.Sources, after.Sources);
    }

    [Fact]
    public void ACommentAboveRendersNothingAndOnlyMovesDiagnostics()
    {
        var broken = _before.Then(files => files.Edit(Books, "request: GET /books\n", "request: PUT /books\n"));

        var after = broken.Then(files => files.With(Books, "# A comment.\n" + files[Books]));

        Assert.Equal(["functions/books.yaml(6,14): MSV103"], broken.Problems);
        Assert.Equal(["functions/books.yaml(7,14): MSV103"], after.Problems);
        Assert.Equal([Books], after.FilesRead);
        Assert.Empty(after.FilesRendered);
    }

    [Fact]
    public void EditingOneFunctionReadsOnlyItsFileAndRendersOnlyItsGroup()
    {
        var after = _before.Then(files => files.Edit(Books, "List the books.", "List all the books."));

        Assert.Equal([Books], after.FilesRead);
        Assert.Equal(["functions/books.g.cs"], after.FilesRendered);
        Assert.Contains("List all the books.", after.Sources["functions/books.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void EditingOneFunctionChecksOnlyItsFile()
    {
        var after = _before.Then(files => files.Edit(Books, "List the books.", "List all the books."));

        Assert.Single(after.Recomputed(TrackingNames.CheckedGroup));
        Assert.Empty(after.Recomputed(TrackingNames.Catalog));
        Assert.Empty(after.Recomputed(TrackingNames.CheckedTypes));
        Assert.Empty(after.Recomputed(TrackingNames.RegistrySource));
    }

    [Fact]
    public void EditingAnExampleRendersNothingForNoCodeShowsIt()
    {
        var after = _before.Then(files => files.Edit(Books, "title: Lend a book", "title: Lend a book to somebody"));

        Assert.Equal([Books], after.FilesRead);
        Assert.Empty(after.FilesRendered);
    }

    [Fact]
    public void EditingAFieldRendersOnlyItsTypes()
    {
        var after = _before.Then(files => files.Edit(BookTypes, "What to change of a book.", "The changes."));

        Assert.Equal([BookTypes], after.FilesRead);
        Assert.Equal(["types/books.g.cs"], after.FilesRendered);
    }

    [Fact]
    public void EditingAnInheritedFieldRendersTheTypesThatInheritItToo()
    {
        var moved = _before.Then(files => files
            .Edit("types/loans.yaml", files["types/loans.yaml"][files["types/loans.yaml"].IndexOf("  - name: LoanDetail", StringComparison.Ordinal)..], "")
            .With("types/details.yaml", "types:\n" + files["types/loans.yaml"][files["types/loans.yaml"].IndexOf("  - name: LoanDetail", StringComparison.Ordinal)..]));

        var after = moved.Then(files => files.Edit("types/loans.yaml", "When the book is due.", "When it has to be back."));

        Assert.Empty(moved.Problems);
        Assert.Equal(["types/details.g.cs", "types/loans.g.cs"], after.FilesRendered);
    }

    [Fact]
    public void RenamingAFunctionRendersItsGroupAndTheRegistry()
    {
        var after = _before.Then(files => files.Edit(Books, "name: update_book", "name: change_book"));

        Assert.Equal(["functions/books.g.cs", "registry.g.cs"], after.FilesRendered);
    }

    [Fact]
    public void AddingAFunctionRendersItsGroupAndTheRegistry()
    {
        var after = _before.Then(files => files.With(
            Books, files[Books] + "\n  - name: get_book\n    operation: read\n    description: Get a book.\n    request: GET /books/1\n    source: documented\n    examples: [{title: Get, args: {}}]\n"));

        Assert.Empty(after.Problems);
        Assert.Equal(["functions/books.g.cs", "registry.g.cs"], after.FilesRendered);
    }

    [Fact]
    public void RemovingAFunctionRendersItsGroupAndTheRegistry()
    {
        var after = _before.Then(files => files.With("functions/loans.yaml", files["functions/loans.yaml"][..files["functions/loans.yaml"].IndexOf("  - name: get_loan", StringComparison.Ordinal)]));

        Assert.Equal(["functions/loans.g.cs", "registry.g.cs"], after.FilesRendered);
        Assert.DoesNotContain("get_loan", after.Sources["registry.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void RemovingAGroupRemovesItsFile()
    {
        var after = _before.Then(files => files
            .Without("functions/loans.yaml")
            .Edit("library.yaml", "  - {name: loans, title: Loans, description: Books that are out.}\n", ""));

        Assert.DoesNotContain("functions/loans.g.cs", after.Sources.Keys);
        Assert.DoesNotContain("functions/books.g.cs", after.FilesRendered);
        Assert.DoesNotContain("list_loans", after.Sources["registry.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void ChangingAGroupsTitleRendersThatGroupAndTheRegistry()
    {
        var after = _before.Then(files => files.Edit("library.yaml", "title: Books,", "title: Volumes,"));

        Assert.Equal(["functions/books.g.cs", "registry.g.cs"], after.FilesRendered);
    }

    [Fact]
    public void ChangingALimitOfTheApiRendersTheRegistryAlone()
    {
        var after = _before.Then(files => files.Edit("library.yaml", "concurrent_requests: 5", "concurrent_requests: 6"));

        Assert.Equal(["registry.g.cs"], after.FilesRendered);
    }

    [Fact]
    public void MovingALimitOfTheApiRendersNothing()
    {
        var after = _before.Then(files => files.Edit("library.yaml", "concurrent_requests: 5", "\n  concurrent_requests: 5"));

        Assert.Empty(after.FilesRendered);
    }

    [Fact]
    public void AddingATypeRendersOnlyItsFile()
    {
        var after = _before.Then(files => files.With(
            BookTypes, files[BookTypes] + "\n  - name: Shelf\n    description: A shelf.\n    source: documented\n    fields: [{name: id, type: string, description: Its key.}]\n"));

        Assert.Equal(["types/books.g.cs"], after.FilesRendered);
    }

    [Fact]
    public void ReorderingTheFilesChangesNothing()
    {
        var after = _before.Then(files => files.Reversed());

        CacheGuard.AssertRecomputesNothing(after.Steps);
        Assert.Equal(_before.Sources, GeneratorRun.Of(ManifestFiles.Library.Reversed()).Sources);
    }

    [Fact]
    public void EditingTheGuideRendersNoCSharp()
    {
        var after = _before.Then(files => files.Edit("guide.yaml", "How to lend books.", "How books are lent."));

        Assert.Equal(["guide.yaml"], after.FilesRead);
        Assert.Empty(after.FilesRendered);
    }

    [Fact]
    public void AnotherLineEndIsNoChange()
    {
        var after = _before.Then(files => files.With(Books, files[Books].ReplaceLineEndings("\r\n")));

        Assert.Empty(after.FilesRendered);
    }

    [Fact]
    public void AFileSavedWithoutAChangeIsNotReadAgain()
    {
        var after = _before.Then(files => files.Copied());

        Assert.Empty(after.FilesRead);
    }

    [Fact]
    public void AnAdditionalFileOfSomebodyElseDoesNothing()
    {
        var after = _before.Then(files => files.With("notes.yaml", "no: [manifest", metadata: null));

        CacheGuard.AssertRecomputesNothing(after.Steps);
        Assert.Empty(after.Problems);
    }
}
