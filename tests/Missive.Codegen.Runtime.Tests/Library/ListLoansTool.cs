using System.Text.Json;

namespace Missive.Codegen.Runtime.Tests.Library;

public sealed partial class ListLoansTool : PagedTool<ListLoansArguments, ListLoansResult, Book>
{
    public ListLoansTool(IToolInvoker invoker)
        : base(ToolDefinition, invoker)
    {
    }

    public static ToolDefinition ToolDefinition { get; } = new()
    {
        Name = "list_loans",
        FullName = "library.library_list_loans",
        Group = "books",
        Operation = ToolOperation.Read,
        Description = "List loans.",
        Method = "GET",
        Path = "/loans",
        Parameters =
        [
            new() { Name = "state", Type = BookState.Type, Location = ParameterLocation.Query },
            new() { Name = "overdue", Type = DataType.Boolean(), Location = ParameterLocation.Query },
            new() { Name = "since", Type = DataType.Timestamp(), Location = ParameterLocation.Query },
            new() { Name = "limit", Type = DataType.Integer(min: 1, max: 100), Default = "25", Location = ParameterLocation.Query },
        ],
        Response = new() { Envelope = "loans", Shape = ResponseShape.Array },
        Paging = new() { Style = PagingStyle.Cursor, CursorField = "lent_at", MinPage = 2, DefaultPage = 10, MaxPage = 10, Limit = "limit", MaxRequests = 20 },
    };
}

public sealed partial class ListLoansArguments : JsonRecord
{
    public BookState? State { get => GetText<BookState>("state"); init => Set("state", value); }

    public bool? Overdue { get => GetBoolean("overdue"); init => Set("overdue", value); }

    public Timestamp? Since { get => GetTimestamp("since"); init => Set("since", value); }

    public long? Limit { get => GetInteger("limit"); init => Set("limit", value); }
}

public sealed partial class ListLoansResult : JsonRecord, IJsonRecord<ListLoansResult>
{
    private ListLoansResult(JsonElement json)
        : base(json)
    {
    }

    public IReadOnlyList<Book> Loans => GetRecordList<Book>("loans") ?? [];

    public Pagination? Pagination => GetRecord<Pagination>("pagination");

    static ListLoansResult IJsonRecord<ListLoansResult>.Create(JsonElement json) => new(json);
}
