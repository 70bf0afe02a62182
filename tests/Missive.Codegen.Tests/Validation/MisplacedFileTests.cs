using Missive.Codegen.Tests.Fixtures;
using Xunit;

namespace Missive.Codegen.Tests.Validation;

/// <summary>A file in the wrong place is one problem, whatever it leaves missing elsewhere.</summary>
public sealed class MisplacedFileTests
{
    [Theory]
    [InlineData("functions/tasks.yaml", "functions/archive/tasks.yaml", "It holds functions, which stand in functions/<group>.yaml; move it there.")]
    [InlineData("functions/tasks.yaml", "types/task_functions.yaml", "It holds functions, which stand in functions/<group>.yaml; move it there.")]
    [InlineData("functions/tasks.yaml", "tasks.yaml", "It holds functions, which stand in functions/<group>.yaml; move it there.")]
    [InlineData("functions/tasks.yaml", "functions/Tasks.yaml", "It holds functions, which stand in functions/<group>.yaml; move it there. Its name has to be snake_case.")]
    [InlineData("types/tasks.yaml", "types/more/tasks.yaml", "It holds types, which stand in types/<topic>.yaml; move it there.")]
    [InlineData("types/tasks.yaml", "functions/task_types.yaml", "It holds types, which stand in types/<topic>.yaml; move it there.")]
    [InlineData("types/tasks.yaml", "tasks.yaml", "It holds types, which stand in types/<topic>.yaml; move it there.")]
    [InlineData("types/tasks.yaml", "types/tasks.yml", "Rename it to end in '.yaml'.")]
    [InlineData("guide.yaml", "functions/guide.yaml", "It holds the guide, which stands in guide.yaml; move it there.")]
    [InlineData("missive.yaml", "config/missive.yaml", "It is a root file, which stands beside the folders functions and types; move it there.")]
    [InlineData("missive.yaml", "types/missive.yaml", "It is a root file, which stands beside the folders functions and types; move it there.")]
    public void AMovedFileIsOneProblem(string from, string to, string message)
    {
        var folder = ManifestFolder.Missive;
        var diagnostic = Assert.Single(folder.Without(from).With(to, folder.Text(from)).Check().Diagnostics);

        Assert.Equal($"MSV206 {to}:1", Describe.Place(diagnostic));
        Assert.Equal($"'{to}' is not where the manifest reads such a file. {message}", diagnostic.Message);
    }

    [Theory]
    [InlineData("functions/tasks.yaml", "functions/archive/tasks.yaml")]
    [InlineData("types/tasks.yaml", "types/archive/tasks.yaml")]
    [InlineData("missive.yaml", "archive/missive.yaml")]
    public void ACopyIsOneProblemToo(string from, string to)
    {
        var folder = ManifestFolder.Missive;
        var diagnostic = Assert.Single(folder.With(to, folder.Text(from)).Check().Diagnostics);

        Assert.Equal($"MSV206 {to}:1", Describe.Place(diagnostic));
    }

    [Fact]
    public void WhatIsWrongElsewhereIsStillSaid()
    {
        var folder = ManifestFolder.Missive;
        var diagnostics = folder.Without("types/tasks.yaml").With("types/more/tasks.yaml", folder.Text("types/tasks.yaml"))
            .Replace("functions/posts.yaml", "operation: write", "operatoin: write").Check().Diagnostics;

        Assert.Contains(diagnostics, d => d.Rule.Id == "MSV206");
        Assert.Contains(diagnostics, d => d.Rule.Id == "MSV007");
        Assert.DoesNotContain(diagnostics, d => d.Rule.Id == "MSV101");
    }
}
