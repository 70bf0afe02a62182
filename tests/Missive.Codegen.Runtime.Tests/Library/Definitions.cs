namespace Missive.Codegen.Runtime.Tests.Library;

/// <summary>Definitions of the shapes that no tool class of these tests needs.</summary>
internal static class Definitions
{
    private static readonly ObjectType Search = new("Search", static () =>
    [
        new() { Name = "isbn", Type = DataType.String(), Required = true, Description = "The book's number." },
        new() { Name = "branch", Type = DataType.String(), DefaultFrom = "default_branch" },
        new() { Name = "since", Type = DataType.Timestamp(DateOnlyRule.StartOfDay) },
        new() { Name = "lent", Type = DataType.Boolean() },
        new() { Name = "limit", Type = DataType.Integer(min: 1, max: 200) },
    ]);

    private static readonly ObjectType Member = new("Member", static () =>
    [
        new() { Name = "name", Type = DataType.String(), Required = true },
        new() { Name = "branch", Type = DataType.String(), Required = true, DefaultFrom = "default_branch" },
        new() { Name = "joined_at", Type = DataType.Timestamp() },
    ]);

    private static readonly ObjectType MemberChanges = new("MemberChanges", static () =>
    [
        new() { Name = "name", Type = DataType.String() },
        new() { Name = "id", Type = DataType.String(), Required = true },
        new() { Name = "cards", Type = DataType.Array(DataType.String()) },
    ]);

    private static readonly ObjectType Order = new("Order", static () =>
    [
        new() { Name = "isbn", Type = DataType.String() },
        new() { Name = "title", Type = DataType.String() },
        new() { Name = "post", Type = DataType.Boolean() },
        new() { Name = "fax", Type = DataType.Boolean() },
        new() { Name = "customer", Type = DataType.String(), DefaultFrom = "default_customer" },
        new() { Name = "guest", Type = DataType.String() },
    ])
    {
        Rules =
        [
            new() { AtLeastOne = ["isbn", "title"], Description = "Else nobody knows what to order." },
            new() { AtMostOne = ["post", "fax"] },
            new() { ExactlyOne = ["customer", "guest"] },
        ],
    };

    public static ToolDefinition SearchBooks { get; } = Make("search_books", "GET", "/books",
        new ToolParameter { Name = "params", Type = Search, Location = ParameterLocation.Query });

    public static ToolDefinition CreateMembers { get; } = Make("create_members", "POST", "/members",
        new ToolParameter { Name = "body", Type = Member, Required = true, Location = ParameterLocation.Body, Envelope = "members", EnvelopeShape = EnvelopeShape.Array });

    public static ToolDefinition UpdateMembers { get; } = Make("update_members", "PATCH", "/members/{member_ids}",
        new ToolParameter { Name = "member_ids", Type = DataType.String(), Required = true, Location = ParameterLocation.Path, CommaList = true },
        new ToolParameter
        {
            Name = "body",
            Type = MemberChanges,
            Required = true,
            Location = ParameterLocation.Body,
            Envelope = "members",
            EnvelopeShape = EnvelopeShape.Array,
            PerId = "member_ids",
        });

    public static ToolDefinition MoveBook { get; } = Make("move_book", "POST", "/books/{book_id}/move",
        new ToolParameter { Name = "book_id", Type = DataType.String(), Required = true, Location = ParameterLocation.Path },
        new ToolParameter { Name = "body", Type = DataType.Any(), Location = ParameterLocation.Body });

    public static ToolDefinition RawGet { get; } = Make("raw_get", "GET", "/raw",
        new ToolParameter { Name = "params", Type = DataType.Object(), Location = ParameterLocation.Query });

    public static ToolDefinition PlaceOrder { get; } = Make("place_order", "POST", "/orders",
        new ToolParameter { Name = "body", Type = Order, Required = true, Location = ParameterLocation.Body });

    public static ToolDefinition Make(string name, string method, string path, params ToolParameter[] parameters) => new()
    {
        Name = name,
        FullName = $"library.library_{name}",
        Group = "library",
        Operation = method == "GET" ? ToolOperation.Read : ToolOperation.Write,
        Description = name,
        Method = method,
        Path = path,
        Parameters = [.. parameters],
    };
}
