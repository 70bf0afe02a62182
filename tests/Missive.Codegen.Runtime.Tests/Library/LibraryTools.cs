namespace Missive.Codegen.Runtime.Tests.Library;

public static partial class LibraryTools
{
    public static ToolRegistry Registry { get; } = new("library",
    [
        new("update_book", static () => UpdateBookTool.ToolDefinition, static invoker => new UpdateBookTool(invoker)) { Aliases = ["change_book"] },
        new("list_loans", static () => ListLoansTool.ToolDefinition, static invoker => new ListLoansTool(invoker)),
    ]);
}
