namespace Missive.Codegen.Runtime.Tests;

public sealed class NearestNameTests
{
    private static readonly string[] Names = ["title", "state", "assignee", "assignees", "due_at", "id"];

    [Theory]
    [InlineData("titel", "title")]
    [InlineData("Title", "title")]
    [InlineData("asignees", "assignees")]
    [InlineData("dueAt", "due_at")]
    [InlineData("stats", "state")]
    [InlineData("ids", "id")]
    [InlineData("description", null)]
    [InlineData("", null)]
    [InlineData("xy", null)]
    [InlineData("x", null)]
    [InlineData("di", "id")]
    public void AMisspeltNameFindsWhatWasMeant(string name, string? expected) => Assert.Equal(expected, NearestName.Find(name, Names));

    [Fact]
    public void AVeryLongNameFindsNothing() => Assert.Null(NearestName.Find(new string('t', 100_000), Names));

    [Fact]
    public void NearSpellingsComeBeforeSharedWords()
        => Assert.Equal(
            ["list_tasks", "create_task_comment", "delete_task"],
            NearestName.FindAll("list_task", ["delete_task", "create_task_comment", "list_tasks", "delete_post"], 3));
}
