using Missive.Emulator.Answers;
using Missive.Emulator.Tests.Support;

namespace Missive.Emulator.Tests;

public sealed class ErrorShapeTests
{
    private const string BadTask = """{"tasks":{}}""";

    [Fact]
    public async Task Each_kind_of_refusal_has_its_shape()
    {
        await using var sandbox = await Sandbox.StartAsync(new() { TokenOwnerIsAdmin = false });
        Assert.NotNull((await sandbox.Get("/conversations")).Json["error"]!.GetValue<string>());
        Assert.NotNull((await sandbox.Delete("/posts/post_123")).Json["error"]!["message"]);
        Assert.NotNull((await sandbox.Get("/tasks/task_999999")).Json["message"]);
        Assert.NotNull((await sandbox.Post("/tasks", BadTask)).Json["errors"]);
    }

    [Theory]
    [InlineData(ErrorShape.NestedMessage, """{"error":{"message":"'""")]
    [InlineData(ErrorShape.ErrorText, """{"error":"'""")]
    [InlineData(ErrorShape.ErrorsText, """{"errors":"'""")]
    [InlineData(ErrorShape.MessageText, """{"message":"'""")]
    [InlineData(ErrorShape.Empty, "")]
    public async Task One_shape_can_be_forced(ErrorShape shape, string start)
    {
        await using var sandbox = await Sandbox.StartAsync(new() { ErrorShape = shape });
        var answer = await sandbox.Post("/conversations/conv_123/merge", """{"target":"conv_123"}""");
        Assert.Equal(422, answer.Status);
        Assert.StartsWith(start, answer.Text, StringComparison.Ordinal);
        Assert.Equal(start.Length == 0, answer.Text.Length == 0);
    }

    [Fact]
    public async Task The_shapes_can_take_turns()
    {
        await using var sandbox = await Sandbox.StartAsync(new() { ErrorShape = ErrorShape.Rotating });
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 4; i++)
        {
            var error = (await sandbox.Get("/tasks/task_999999")).Json.AsObject().Single();
            seen.Add($"{error.Key} {error.Value!.GetValueKind()}");
        }

        Assert.Equal(4, seen.Count);
    }
}
