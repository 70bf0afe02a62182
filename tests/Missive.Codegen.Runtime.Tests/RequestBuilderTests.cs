using System.Text.Json;
using CsCheck;
using Missive.Codegen.Runtime.Tests.Library;

namespace Missive.Codegen.Runtime.Tests;

public sealed class RequestBuilderTests
{
    [Theory]
    [InlineData("""{"title":"Title","state":"lent"}""")]
    [InlineData("""{"state":"lent","title":"Title"}""")]
    [InlineData("""{"books":{"state":"lent","title":"Title"}}""")]
    [InlineData("""{ "title" : "Titl\u0065", "pages" : null, "state" : "lost", "state" : "lent" }""")]
    public void ABodyIsTheSameHoweverItWasWritten(string body)
    {
        var request = Build(UpdateBookTool.ToolDefinition, $$"""{"book_id":"b1","body":{{body}}}""");

        Assert.Equal("PATCH", request.Method);
        Assert.Equal("/books/b1", request.PathAndQuery);
        Assert.Equal("""{"books":{"title":"Title","state":"lent"}}""", Json.Text(request.Body));
    }

    [Fact]
    public void PathParametersAreOneSegment()
        => Assert.Equal("/books/a%2Fb%3F%23%2C/move", Build(Definitions.MoveBook, """{"book_id":"a/b?#,"}""").PathAndQuery);

    [Fact]
    public void CommaListsKeepTheirCommas()
        => Assert.Equal("/members/a%2F1,b", Build(Definitions.UpdateMembers, """{"member_ids":" a/1 ,, b ","body":{"name":"N"}}""").PathAndQuery);

    [Fact]
    public void ACallWithoutBodyHasNone()
    {
        var request = Build(Definitions.MoveBook, """{"book_id":"b1"}""");

        Assert.True(request.Body.IsEmpty);
        Assert.Equal("POST /books/b1/move", request.ToString());
    }

    [Theory]
    [InlineData("{}", "/loans")]
    [InlineData("""{"state":"lent","overdue":true,"limit":25.0}""", "/loans?state=lent&overdue=true&limit=25")]
    [InlineData("""{"limit":5,"state":"lent"}""", "/loans?state=lent&limit=5")]
    [InlineData("""{"overdue":false,"limit":null}""", "/loans")]
    [InlineData("""{"since":"2026-05-01"}""", "/loans?since=1777593600")]
    public void ArgumentsBecomeTheQuery(string arguments, string expected)
        => Assert.Equal(expected, Build(ListLoansTool.ToolDefinition, arguments).PathAndQuery);

    [Theory]
    [InlineData("""{"params":{"isbn":"<a&b=c>@é +"}}""", "/books?isbn=%3Ca%26b%3Dc%3E%40%C3%A9%20%2B")]
    [InlineData("""{"params":{"limit":20,"lent":true,"isbn":"1","since":1777593600}}""", "/books?isbn=1&since=1777593600&lent=true&limit=20")]
    [InlineData("""{"params":{"isbn":"1","lent":false}}""", "/books?isbn=1")]
    public void FieldsOfAnObjectBecomeTheQuery(string arguments, string expected)
        => Assert.Equal(expected, Build(Definitions.SearchBooks, arguments).PathAndQuery);

    [Fact]
    public void SettingsFillTheQuery()
        => Assert.Equal(
            "/books?isbn=1&branch=north",
            Build(Definitions.SearchBooks, """{"params":{"isbn":"1"}}""", Json.Settings(("default_branch", "\"north\""))).PathAndQuery);

    [Fact]
    public void FreeQueryFieldsComeInOrdinalOrder()
        => Assert.Equal("/raw?B=1&a=1.5&c=true", Build(Definitions.RawGet, """{"params":{"c":true,"a":1.5,"B":1,"d":false,"e":null}}""").PathAndQuery);

    [Fact]
    public void UndocumentedArgumentsOfAReadBecomeTheQuery()
        => Assert.Equal(
            "/loans?limit=5&area=x&branch=y",
            ToolRequestBuilder.Build(ListLoansTool.ToolDefinition, Json.Parse("""{"branch":"y","limit":5,"area":"x"}""")).PathAndQuery);

    [Fact]
    public void UndocumentedFieldsFollowTheKnownOnesInOrdinalOrder()
        => Assert.Equal(
            """{"books":{"title":"Title","rare":true,"Z":{"a":[{"b":1,"c":2}],"d":1},"a":null}}""",
            Json.Text(ToolRequestBuilder.Build(
                UpdateBookTool.ToolDefinition,
                Json.Parse("""{"book_id":"b1","body":{"a":null,"rare":true,"Z":{"d":1,"a":[{"c":2,"b":1}]},"title":"Title"}}""")).Body));

    [Fact]
    public void SettingsFillTheBodyUnlessARuleForbids()
    {
        var settings = Json.Settings(("default_shelf", "\"s1\""));

        Assert.Equal("""{"books":{"title":"Title","shelf":"s1"}}""", Body("""{"title":"Title"}""", settings));
        Assert.Equal("""{"books":{"shelf":"s2"}}""", Body("""{"shelf":"s2"}""", settings));
        Assert.Equal("""{"books":{"box":"b"}}""", Body("""{"box":"b"}""", settings));
        Assert.Equal("""{"books":{}}""", Body("{}", Json.Settings(("default_shelf", "null"))));
    }

    [Theory]
    [InlineData("\"2026-05-01\"", "\"UTC\"", 1777679999)]
    [InlineData("\"2026-05-01\"", "\"Europe/Berlin\"", 1777672799)]
    [InlineData("\"2026-05-01T10:00:00\"", "\"Europe/Berlin\"", 1777622400)]
    [InlineData("\"2026-05-01T10:00:00Z\"", "\"Europe/Berlin\"", 1777629600)]
    [InlineData("\"1777629600\"", "\"Europe/Berlin\"", 1777629600)]
    [InlineData("1777629600", "null", 1777629600)]
    [InlineData("1777629600.0", "null", 1777629600)]
    [InlineData("\"2026-05-01T10:00:00\"", "null", 1777597200)]
    public void TimestampsAreSentAsUnixSeconds(string value, string zone, long seconds)
    {
        var tokyo = new ToolSettings { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo") };

        var body = Json.Parse(Body($$"""{"due_at":{{value}},"time_zone":{{zone}},"borrower":"m1"}""", tokyo));

        Assert.Equal(seconds, body.GetProperty("books").GetProperty("due_at").GetInt64());
    }

    [Theory]
    [InlineData("""{"due_at":null,"borrower":"m"}""", """{"due_at":null,"borrower":"m"}""")]
    [InlineData("""{"chapters":{},"prices":[],"extra":[]}""", """{"chapters":[],"prices":{},"extra":{}}""")]
    [InlineData("""{"pages":2.5e1,"weight":1.50}""", """{"pages":25,"weight":1.5}""")]
    [InlineData("""{"weight":2.0}""", """{"weight":2}""")]
    [InlineData("""{"prices":{"b":1,"a":2}}""", """{"prices":{"a":2,"b":1}}""")]
    [InlineData("""{"anything":{"b":"\u003cp\u003e","a":[{"d":1,"c":12345678901234567890}]}}""", """{"anything":{"a":[{"c":12345678901234567890,"d":1}],"b":"<p>"}}""")]
    [InlineData("""{"title":"\u0022\\\u00e9😀"}""", """{"title":"\"\\é😀"}""")]
    [InlineData("""{"chapters":[{"parts":[],"name":"I"}]}""", """{"chapters":[{"name":"I","parts":[]}]}""")]
    public void ValuesAreWrittenByTheirTypes(string body, string expected)
        => Assert.True(
            JsonElement.DeepEquals(Json.Parse($$"""{"books":{{expected}}}"""), Json.Parse(Body(body))),
            Body(body));

    [Fact]
    public void OnlyWhatJsonDemandsIsEscaped()
        => Assert.Equal("""{"books":{"anything":"<p class='x'>é & \"q\"</p>"}}""", Body("""{"anything":"<p class='x'>é & \"q\"</p>"}"""));

    [Theory]
    [InlineData("""{"b":1,"a":2}""", """{"a":2,"b":1}""")]
    [InlineData("[1,2]", "[1,2]")]
    [InlineData("\"text\"", "\"text\"")]
    [InlineData("false", "false")]
    public void ABodyWithoutEnvelopeIsSentAsItIs(string body, string expected)
        => Assert.Equal(expected, Json.Text(Build(Definitions.MoveBook, $$"""{"book_id":"b1","body":{{body}}}""").Body));

    [Fact]
    public void TheOrderOfKeysChangesNothing()
    {
        const string Arguments = """
            {"book_id":"b1","body":{"title":"Title","state":"lent","pages":25,"rare":true,"due_at":"2026-05-01","authors":["A"],
             "extra":{"z":1,"y":{"b":1,"a":2}},"prices":{"USD":1,"EUR":2},"borrower":"m1","chapters":[{"name":"I","page":1}]}}
            """;
        var expected = Build(UpdateBookTool.ToolDefinition, Arguments);

        Gen.Int.Sample(seed =>
        {
            var request = Build(UpdateBookTool.ToolDefinition, Shuffled(Json.Parse(Arguments), new Random(seed)));
            Assert.Equal(Json.Text(expected.Body), Json.Text(request.Body));
            Assert.Equal(expected.PathAndQuery, request.PathAndQuery);
        });
    }

    [Fact]
    public void TypedArgumentsSendTheSameBytesAsJson()
    {
        var typed = new UpdateBookArguments
        {
            BookId = "b1",
            Body = new() { Borrower = "m1", DueAt = new DateOnly(2026, 5, 1), Title = "Title", Weight = 2, Chapters = [new() { Page = 1, Name = "I" }] },
        };

        var request = ToolRequestBuilder.Build(UpdateBookTool.ToolDefinition, typed.Json);

        Assert.Equal(
            Json.Text(Build(UpdateBookTool.ToolDefinition, """{"book_id":"b1","body":{"books":{"title":"Title","weight":2.0,"due_at":1777679999,"chapters":[{"name":"I","page":1}],"borrower":"m1"}}}""").Body),
            Json.Text(request.Body));
    }

    [Fact]
    public void ARequestShowsNeitherQueryNorBody()
        => Assert.Equal("GET /books", new ToolRequest("GET", "/books?isbn=1", "{}"u8.ToArray()).ToString());

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"book_id":"b1","body":{"due_at":"soon"}}""")]
    [InlineData("""{"book_id":"..","body":{}}""")]
    public void ArgumentsThatWereNotValidatedAreRefused(string arguments)
        => Assert.Throws<ArgumentException>(() => ToolRequestBuilder.Build(UpdateBookTool.ToolDefinition, Json.Parse(arguments)));

    [Fact]
    public void APlaceholderWithoutParameterIsADefect()
    {
        var definition = new ToolDefinition
        {
            Name = "broken",
            FullName = "library.library_broken",
            Group = "library",
            Operation = ToolOperation.Read,
            Description = "Broken.",
            Method = "GET",
            Path = "/x/{id}",
        };

        Assert.Throws<InvalidOperationException>(() => ToolRequestBuilder.Build(definition, Json.Parse("{}")));
    }

    [Fact]
    public void HandlersWriteFieldsBesideTheirOwn()
    {
        var body = RequestBody.Write(Json.Parse("""{"title":"Title","pages":3,"shelf":"s","x":1,"y":2}"""), static (writer, content) =>
        {
            writer.WriteStartObject();
            ContentWriter.WriteFields(writer, BookChanges.Type, content, ToolSettings.Default, "pages", "x");
            writer.WriteString("page_count", "three");
            writer.WriteEndObject();
        });

        Assert.Equal("""{"title":"Title","shelf":"s","y":2,"page_count":"three"}""", Json.Text(body));
    }

    [Fact]
    public void ABodyWrittenInsideAnotherIsWhole()
    {
        var outer = RequestBody.Write(0, static (writer, _) =>
        {
            writer.WriteStartArray();
            writer.WriteStringValue(Json.Text(RequestBody.Write(0, static (inner, _) => inner.WriteNumberValue(1))));
            writer.WriteEndArray();
        });

        Assert.Equal("[\"1\"]", Json.Text(outer));
    }

    [Fact]
    public void ABodyThatFailsHalfWayLeavesTheNextOneAlone()
    {
        Assert.Throws<InvalidOperationException>(() => RequestBody.Write(0, static (writer, _) =>
        {
            writer.WriteStartObject();
            throw new InvalidOperationException();
        }));

        Assert.Equal("1", Json.Text(RequestBody.Write(0, static (writer, _) => writer.WriteNumberValue(1))));
    }

    [Fact]
    public void LargeBodiesAreWritten()
    {
        var text = new string('x', 5_000_000);

        Assert.Equal(text.Length + 2, RequestBody.Write(text, static (writer, value) => writer.WriteStringValue(value)).Length);
        Assert.Equal("1", Json.Text(RequestBody.Write(0, static (writer, _) => writer.WriteNumberValue(1))));
    }

    [Fact]
    public void HandlersBuildTheirOwnTargets()
    {
        var target = new RequestTarget("/books").AppendPath("/").AppendPath(PathSegment.Encode("a b"))
            .AppendQuery("x y", "1&2").AppendQuery("limit", 25).AppendQuery("all", true).AppendQuery("none", false);
        QueryWriter.AppendObject(target, Definitions.SearchBooks.Parameters[0].Type, Json.Parse("""{"isbn":"1","limit":5}"""), ToolSettings.Default, "limit");

        Assert.Equal("/books/a%20b?x%20y=1%262&limit=25&all=true&isbn=1", target.ToString());
        Assert.Throws<InvalidOperationException>(() => target.AppendPath("/more"));
    }

    private static string Shuffled(JsonElement value, Random random) => value.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(",", Shuffle(value.EnumerateObject().Select(property => $"\"{property.Name}\":{Shuffled(property.Value, random)}"), random)) + "}",
        JsonValueKind.Array => $"[{string.Join(",", value.EnumerateArray().Select(item => Shuffled(item, random)))}]",
        _ => value.GetRawText(),
    };

    private static string[] Shuffle(IEnumerable<string> items, Random random)
    {
        string[] shuffled = [.. items];
        random.Shuffle(shuffled);
        return shuffled;
    }

    private static string Body(string body, ToolSettings? settings = null)
        => Json.Text(Build(UpdateBookTool.ToolDefinition, $$"""{"book_id":"b1","body":{{body}}}""", settings).Body);

    private static ToolRequest Build(ToolDefinition definition, string arguments, ToolSettings? settings = null)
    {
        var call = Json.Parse(arguments);
        ToolValidator.ThrowIfInvalid(definition, call, new() { Settings = settings ?? ToolSettings.Default });
        return ToolRequestBuilder.Build(definition, call, settings);
    }
}
